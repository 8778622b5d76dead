import { Box } from '@mui/material'
import type { SxProps, Theme } from '@mui/material/styles'
import { type AriaAttributes, type AriaRole, forwardRef, type ReactNode } from 'react'
import css from '#ui/kit/bandeau.module.css'
import { Icone, type NomIcone } from '#ui/kit/icone/icone'

const ICONE = {
  success: 'check-circle',
  info: 'info',
  warning: 'warning',
  error: 'error',
} as const satisfies Record<string, NomIcone>

type Props = AriaAttributes & {
  severity: keyof typeof ICONE
  /** With a border and no colour behind its words, over a page. */
  cerne?: true
  id?: string | undefined
  role?: AriaRole
  tabIndex?: number
  component?: 'section'
  sx?: SxProps<Theme>
  action?: ReactNode
  onClose?: () => void
  children: ReactNode
}

/** A word to the officer in the page, read aloud when it comes: what was done, to be known, to be watched, refused. */
export const Bandeau = forwardRef<HTMLDivElement, Props>(function Bandeau(
  { severity, cerne, action, onClose, children, role = 'alert', component: Boite = 'div', sx, ...rest },
  ref,
) {
  return (
    <Box
      {...rest}
      component={Boite as 'div'}
      role={Boite === 'section' ? undefined : role}
      className={[css.bandeau, css[severity], cerne && css.cerne].filter(Boolean).join(' ')}
      sx={sx ?? null}
      ref={ref}
    >
      <span className={css.icone}>
        <Icone nom={ICONE[severity]} />
      </span>
      <div className={css.mots}>{children}</div>
      {(action ?? onClose) && (
        <div className={css.actes}>
          {action}
          {onClose && (
            <button type="button" className={css.fermer} aria-label="Fermer" title="Fermer" onClick={onClose}>
              <Icone nom="close" />
            </button>
          )}
        </div>
      )}
    </Box>
  )
})
