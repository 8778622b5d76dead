import {
  FormControl,
  type FormControlProps,
  FormHelperText,
  InputLabel,
  type InputLabelProps,
  type OutlinedInputProps,
} from '@mui/material'
import { type ReactNode, useId } from 'react'

type Saisie = 'name' | 'value' | 'defaultValue' | 'inputRef'

export type Commun = Omit<FormControlProps, 'onChange' | 'defaultValue' | 'children' | 'variant'> &
  Pick<OutlinedInputProps, Saisie> & {
    label: string
    /** Under the field, and read with it: how to fill it, or why it was refused. */
    helperText?: ReactNode
  }

/** The parts, named as those of the TextField of MUI are. */
export type Parts = {
  inputLabel?: InputLabelProps
  formHelperText?: { id: string | undefined }
}

type Lien = { id: string; label: ReactNode; 'aria-describedby': string | undefined }

/** The label over a field and the words under it. */
export function Autour({
  id,
  label,
  helperText,
  slotProps,
  children,
  ...rest
}: Omit<Commun, Saisie> & { slotProps: Parts; children: (lien: Lien) => ReactNode }) {
  const tire = useId()
  const champ = id ?? tire
  const aide = slotProps.formHelperText?.id ?? `${champ}-aide`
  const { inputLabel } = slotProps
  const marque = rest.required && inputLabel?.required !== false
  return (
    <FormControl size="small" fullWidth {...rest} variant="outlined">
      <InputLabel htmlFor={champ} {...inputLabel}>
        {label}
      </InputLabel>
      {children({
        id: champ,
        label: marque ? `${label}\u00a0*` : label,
        'aria-describedby': helperText ? aide : undefined,
      })}
      {helperText && <FormHelperText id={aide}>{helperText}</FormHelperText>}
    </FormControl>
  )
}
