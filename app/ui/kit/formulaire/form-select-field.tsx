import type { FieldMetadata } from '@conform-to/react'
import { MenuItem, TextField } from '@mui/material'

type Props = { field: FieldMetadata; label: string; options: (readonly [string, string])[] }

/** A choice in a list, of a conform form: its error stands under it and is read with it. */
export const FormSelectField = ({ field, label, options }: Props) => (
  <TextField
    select
    id={field.id}
    name={field.name}
    label={label}
    defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
    error={Boolean(field.errors)}
    helperText={field.errors?.[0]}
    slotProps={{
      formHelperText: { id: field.errorId },
      select: { 'aria-describedby': field.errors ? field.errorId : undefined },
    }}
  >
    {options.map(([value, mots]) => (
      <MenuItem key={value} value={value}>
        {mots}
      </MenuItem>
    ))}
  </TextField>
)
