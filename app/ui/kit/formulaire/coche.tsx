import type { ReactNode } from 'react'
import css from '#ui/kit/formulaire/coche.module.css'

type Props = {
  type?: 'radio'
  name: string
  value: string
  label: string
  defaultChecked?: boolean
  aide?: string
  /** Where the page holds what is chosen: whether it is this one, and what to do once it is. */
  choisie?: boolean
  onChoix?: () => void
}

/** A box to tick, or one of several to choose, with its words; `aide` is the id of what explains it. */
export const Coche = ({ type, label, aide, choisie, onChoix, ...lue }: Props) => (
  <label className={css.coche}>
    <input type={type ?? 'checkbox'} aria-describedby={aide} checked={choisie} onChange={onChoix} {...lue} />
    {label}
  </label>
)

/** Boxes that answer one question; `refus` says why the answer was refused. */
export const Coches = ({
  titre,
  refus,
  children,
}: {
  titre: string
  refus?: string | undefined
  children: ReactNode
}) => (
  <fieldset className={css.groupe}>
    <legend>{titre}</legend>
    <div className={css.rang}>{children}</div>
    {refus && <p className={css.refus}>{refus}</p>}
  </fieldset>
)
