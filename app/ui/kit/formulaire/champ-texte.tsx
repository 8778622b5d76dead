import type { ChangeEvent, InputHTMLAttributes, ReactNode, RefObject } from 'react'
import { Autour, type Commun, type Parts } from '#ui/kit/formulaire/champ-autour'
import css from '#ui/kit/formulaire/champ.module.css'

type Ecrit = HTMLInputElement | HTMLTextAreaElement

export type PropsTexte = Commun & {
  type?: string
  onChange?: (event: ChangeEvent<Ecrit>) => void
  autoComplete?: string
  /** Several lines: it grows with what is written, from `minRows` to `maxRows`. */
  multiline?: boolean
  minRows?: number
  maxRows?: number
  /** Beside what is written: a unit. */
  apres?: ReactNode
  html?: Omit<InputHTMLAttributes<Ecrit>, 'onChange'>
  parts?: Parts
}

/** A line of text, then what stands above and below all of them. */
const hauteurDe = (lignes: number) => `calc(${lignes * 1.4375}em + 17px)`

/** What is written in a form: plain elements, as light as the rest of the page. */
export function ChampTexte(props: PropsTexte) {
  const {
    name,
    value,
    defaultValue,
    onChange,
    inputRef,
    autoFocus,
    type,
    autoComplete,
    html,
    apres,
    parts = {},
  } = props
  const { id, label, helperText, error, required, disabled, sx, multiline, minRows, maxRows } = props
  const lu = { name, value, defaultValue, onChange, autoFocus, autoComplete, ...html }
  const autour = { id, label, helperText, error, required, disabled, sx, parts }
  return (
    <Autour {...autour} apres={apres && <span className={css.apres}>{apres}</span>}>
      {({ className, ...lien }) =>
        multiline ? (
          <textarea
            {...lien}
            {...lu}
            className={`${className} ${css.long}`}
            rows={minRows ?? 1}
            style={{
              minHeight: hauteurDe(minRows ?? 1),
              ...(maxRows !== undefined && { maxHeight: hauteurDe(maxRows) }),
            }}
            ref={inputRef as RefObject<HTMLTextAreaElement>}
          />
        ) : (
          <input
            {...lien}
            {...lu}
            className={className}
            type={type ?? 'text'}
            ref={inputRef as RefObject<HTMLInputElement>}
          />
        )
      }
    </Autour>
  )
}
