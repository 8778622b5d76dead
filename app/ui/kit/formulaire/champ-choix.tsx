import type { ChangeEvent, ReactNode, RefObject, SelectHTMLAttributes } from 'react'
import { Autour, type Commun, type Parts } from '#ui/kit/formulaire/champ-autour'
import css from '#ui/kit/formulaire/champ.module.css'
import { Icone } from '#ui/kit/icone/icone'

type PropsChoix = Commun & {
  onChange?: (event: ChangeEvent<HTMLSelectElement>) => void
  children: ReactNode
  html?: SelectHTMLAttributes<HTMLSelectElement>
  parts?: Parts
}

/** What is chosen in a list of the browser: its `<option>` are the children. */
export function ChampChoix(props: PropsChoix) {
  const { name, value, defaultValue, onChange, inputRef, autoFocus, children, html, parts = {} } = props
  const { id, label, helperText, error, required, disabled, sx } = props
  return (
    <Autour
      {...{ id, label, helperText, error, required, disabled, sx, parts }}
      apres={
        <span className={css.fleche}>
          <Icone nom="arrow-drop-down" />
        </span>
      }
    >
      {(lien) => (
        <select
          {...lien}
          {...{ name, value, defaultValue, onChange, autoFocus, ...html }}
          ref={inputRef as RefObject<HTMLSelectElement>}
        >
          {children}
        </select>
      )}
    </Autour>
  )
}

/** Nothing is chosen yet, and nothing cannot be chosen again. */
export const RienDeChoisi = () => <option value="" hidden />
