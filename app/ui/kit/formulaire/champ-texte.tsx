import { OutlinedInput, type OutlinedInputProps } from '@mui/material'
import { Autour, type Commun, type Parts } from '#ui/kit/formulaire/champ-autour'

export type PropsTexte = Commun &
  Pick<OutlinedInputProps, 'type' | 'onChange' | 'multiline' | 'minRows' | 'maxRows' | 'autoComplete'> & {
    slotProps?: Parts & {
      htmlInput?: OutlinedInputProps['inputProps']
      input?: Pick<OutlinedInputProps, 'endAdornment'>
    }
  }

/** What is written in a form. It looks as the TextField of MUI, without the list, the menu and the two other looks that come with that one. */
export function ChampTexte({ name, value, defaultValue, onChange, inputRef, ...autour }: PropsTexte) {
  const { type, multiline, minRows, maxRows, autoComplete, slotProps = {}, ...rest } = autour
  const lu = { name, value, defaultValue, onChange, inputRef, type, multiline, minRows, maxRows, autoComplete }
  return (
    <Autour {...rest} slotProps={slotProps}>
      {(lien) => (
        <OutlinedInput
          {...lu}
          {...lien}
          {...slotProps.input}
          notched={slotProps.inputLabel?.shrink}
          inputProps={slotProps.htmlInput}
        />
      )}
    </Autour>
  )
}
