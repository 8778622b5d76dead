import type { ReactNode } from 'react'
import css from '#ui/kit/formulaire/coche.module.css'

type Props = {
  type?: 'radio'
  name: string
  value: string
  label: string
  /** Where a summary of what is refused leads. */
  id?: string
  defaultChecked?: boolean
  required?: boolean
  aide?: string
  /** Why it was refused, as it stands. */
  refus?: string | undefined
  /** Where the page holds what is chosen: whether it is this one, and what to do once it is. */
  choisie?: boolean
  onChoix?: () => void
}

/** A box to tick, or one of several to choose, with its words; `aide` is the id of what explains it. */
export function Coche({ type, label, aide, refus, choisie, onChoix, ...lue }: Props) {
  const dit = `${lue.name}-refus`
  return (
    <>
      <label className={css.coche}>
        <input
          type={type ?? 'checkbox'}
          aria-describedby={refus ? dit : aide}
          aria-invalid={refus ? true : undefined}
          checked={choisie}
          onChange={onChoix}
          {...lue}
        />
        {label}
      </label>
      {refus && (
        <p id={dit} className={css.refus}>
          {refus}
        </p>
      )}
    </>
  )
}

/** Boxes that answer one question; `refus` says why the answer was refused. */
export const Coches = ({
  id,
  titre,
  refus,
  children,
}: {
  /** Where a summary of what is refused leads. */
  id?: string
  titre: string
  refus?: string | undefined
  children: ReactNode
}) => (
  <fieldset
    className={css.groupe}
    id={id}
    tabIndex={id ? -1 : undefined}
    aria-describedby={id && refus ? `${id}-refus` : undefined}
  >
    <legend>{titre}</legend>
    <div className={css.rang}>{children}</div>
    {refus && (
      <p id={id && `${id}-refus`} className={css.refus}>
        {refus}
      </p>
    )}
  </fieldset>
)
