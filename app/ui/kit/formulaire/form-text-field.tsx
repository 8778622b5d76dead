import type { FieldMetadata, getInputProps } from '@conform-to/react'
import { TextField, type TextFieldProps } from '@mui/material'

type Props = Omit<TextFieldProps, 'error' | 'name' | 'defaultValue' | 'slotProps'> & {
  field: FieldMetadata
  input: ReturnType<typeof getInputProps>
}

/** A text field of a conform form: its error stands under it and is read with it. */
export function FormTextField({ field, input, helperText, ...rest }: Props) {
  const { key, defaultValue, type, id, name, ...html } = input
  return (
    <TextField
      {...rest}
      key={key}
      id={id}
      name={name}
      type={type}
      defaultValue={defaultValue}
      error={Boolean(field.errors)}
      helperText={field.errors?.[0] ?? helperText}
      slotProps={{ htmlInput: html, formHelperText: { id: field.errorId } }}
    />
  )
}
