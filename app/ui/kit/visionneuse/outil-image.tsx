import { IconButton } from '@mui/material'
import type { ReactNode } from 'react'
import css from '#ui/kit/visionneuse/outil-image.module.css'

/** `enfonce`: whether what it switches is on. */
type Props = { titre: string; onClick: () => void; inactif?: boolean; enfonce?: boolean; children: ReactNode }

/** One tool of the bar above a picture: its name stands over it under the pointer and with the focus, even while it cannot be used. */
export const OutilImage = ({ titre, onClick, inactif = false, enfonce, children }: Props) => (
  <span className={css.outil}>
    <IconButton size="small" aria-label={titre} aria-pressed={enfonce} onClick={onClick} disabled={inactif}>
      {children}
    </IconButton>
    <span className={css.nom} aria-hidden="true">
      {titre}
    </span>
  </span>
)
