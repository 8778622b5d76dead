import { NativeSelect, type NativeSelectProps, OutlinedInput } from '@mui/material'
import type { ReactNode } from 'react'
import { Autour, type Commun, type Parts } from '#ui/kit/formulaire/champ-autour'

type PropsChoix = Commun &
  Pick<NativeSelectProps, 'onChange'> & {
    children: ReactNode
    slotProps?: Parts & { htmlInput?: NativeSelectProps['inputProps'] }
  }

/** What is chosen in a list of the browser: its `<option>` are the children. */
export function ChampChoix({ name, value, defaultValue, onChange, inputRef, children, ...autour }: PropsChoix) {
  const { slotProps = {}, ...rest } = autour
  return (
    <Autour {...rest} slotProps={slotProps}>
      {({ label, ...lien }) => (
        <NativeSelect
          {...{ name, value, defaultValue, inputRef, ...lien }}
          onChange={onChange}
          inputProps={slotProps.htmlInput}
          input={<OutlinedInput label={label} notched={slotProps.inputLabel?.shrink} />}
        >
          {children}
        </NativeSelect>
      )}
    </Autour>
  )
}

/** Nothing is chosen yet, and nothing cannot be chosen again. */
export const RienDeChoisi = () => <option value="" hidden />
