import { IconButton, Tooltip } from '@mui/material'
import type { ReactNode } from 'react'

type Props = { titre: string; onClick: () => void; inactif?: boolean; children: ReactNode }

/** One tool of the bar above a picture: its name is its tooltip, said even while it cannot be used. */
export const OutilImage = ({ titre, onClick, inactif = false, children }: Props) => (
  <Tooltip title={titre}>
    <span>
      <IconButton size="small" aria-label={titre} onClick={onClick} disabled={inactif}>
        {children}
      </IconButton>
    </span>
  </Tooltip>
)
