import { type ChangeEvent, type InputHTMLAttributes, type RefObject, useState } from 'react'
import type { Bornes } from '#domain/temps/calendrier'
import { montrer, SaisieDate } from '#ui/kit/date/saisie-date'
import { Autour, type Commun, type Parts } from '#ui/kit/formulaire/champ-autour'

export type PropsDate = Omit<Commun, 'inputRef'> &
  Bornes & {
    /** A day and an hour of Paris, `05/07/2025 08:30`. */
    heure?: boolean
    onChange?: (event: ChangeEvent<HTMLInputElement>) => void
    html?: Pick<InputHTMLAttributes<HTMLInputElement>, 'form' | 'readOnly' | 'aria-describedby'>
    inputRef?: RefObject<HTMLInputElement>
    parts?: Parts
  }

/** The field of a day in a form, with its label and what is wrong with it. */
export function ChampDate(props: PropsDate) {
  const { id, label, helperText, error, required, disabled, sx, parts = {} } = props
  const { name, value, defaultValue, autoFocus, onChange, min, max, heure, html, inputRef } = props
  const [phrase, setPhrase] = useState<string | null>(null)
  const autour = { id, label, required, disabled, sx, parts }
  const lu = {
    ...html,
    name,
    onChange,
    autoFocus,
    ...(value === undefined ? { defaultValue: montrer(String(defaultValue ?? '')) } : { value }),
  }
  return (
    <Autour
      {...autour}
      error={Boolean(error) || phrase !== null}
      helperText={phrase ?? helperText ?? (heure ? 'JJ/MM/AAAA HH:MM' : 'JJ/MM/AAAA')}
    >
      {(lien) => (
        <SaisieDate
          {...lien}
          {...lu}
          aria-describedby={[html?.['aria-describedby'], lien['aria-describedby']].filter(Boolean).join(' ')}
          {...{ min, max, heure }}
          libelle={label}
          onPhrase={setPhrase}
          {...(inputRef && { champ: inputRef })}
        />
      )}
    </Autour>
  )
}
