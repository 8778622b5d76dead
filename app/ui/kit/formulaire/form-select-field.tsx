import type { FieldMetadata } from '@conform-to/react'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'

type Props = { field: FieldMetadata; label: string; options: (readonly [string, string])[] }

/** A choice in a list, of a conform form: its error stands under it and is read with it. */
export const FormSelectField = ({ field, label, options }: Props) => (
  <ChampChoix
    id={field.id}
    name={field.name}
    label={label}
    defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
    error={Boolean(field.errors)}
    helperText={field.errors?.[0]}
    parts={{ aideId: field.errorId }}
  >
    <RienDeChoisi />
    {options.map(([value, mots]) => (
      <option key={value} value={value}>
        {mots}
      </option>
    ))}
  </ChampChoix>
)
