import { type AriaAttributes, type AriaRole, forwardRef, type ReactNode } from 'react'
import css from '#ui/kit/bandeau.module.css'
import { Icone, type NomIcone } from '#ui/kit/icone/icone'

const ICONE = {
  success: 'check-circle',
  info: 'info',
  warning: 'warning',
  error: 'error',
} as const satisfies Record<string, NomIcone>

/** The room it leaves: m around itself, p inside; after (b), before (t), both (y); in steps of 8 px. */
type Marge = 'mb1' | 'mb2' | 'mb3' | 'mt05' | 'mt2' | 'my1' | 'my2' | 'py0'

type Props = AriaAttributes & {
  severity: keyof typeof ICONE
  /** With a border and no colour behind its words, over a page. */
  cerne?: true
  id?: string | undefined
  role?: AriaRole
  tabIndex?: number
  component?: 'section'
  marges?: Marge | readonly Marge[]
  action?: ReactNode
  onClose?: () => void
  children: ReactNode
}

/** A word to the officer in the page, read aloud when it comes: what was done, to be known, to be watched, refused. */
export const Bandeau = forwardRef<HTMLDivElement, Props>(function Bandeau(
  { severity, cerne, action, onClose, children, role = 'alert', component = 'div', marges = [], ...rest },
  ref,
) {
  const Boite = component as 'div'
  return (
    <Boite
      {...rest}
      role={component === 'section' ? undefined : role}
      className={[css.bandeau, css[severity], cerne && css.cerne, ...[marges].flat().map((une) => css[une])]
        .filter(Boolean)
        .join(' ')}
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
    </Boite>
  )
})
