import type { FieldMetadata, getInputProps } from '@conform-to/react'
import { ChampTexte, type PropsTexte } from '#ui/kit/formulaire/champ-texte'

type Props = Pick<PropsTexte, 'label' | 'helperText' | 'multiline' | 'minRows' | 'autoComplete' | 'sx'> & {
  field: FieldMetadata
  input: ReturnType<typeof getInputProps> & { inputMode?: 'decimal' }
}

/** A text field of a conform form: its error stands under it and is read with it. */
export function FormTextField({ field, input, helperText, ...rest }: Props) {
  const { key, defaultValue, type, id, name, ...html } = input
  return (
    <ChampTexte
      {...rest}
      key={key}
      id={id}
      name={name}
      type={type}
      defaultValue={defaultValue}
      error={Boolean(field.errors)}
      helperText={field.errors?.[0] ?? helperText}
      html={html}
      parts={{ aideId: field.errorId }}
    />
  )
}
