import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, type SxProps, type Theme } from '@mui/material'
import type { ReactNode } from 'react'

type Props<T extends string> = {
  id: string
  nom: string
  legende: ReactNode
  valeurs: readonly T[]
  choisie: T | null
  libelle: (valeur: T) => string
  onChoix: (valeur: T) => void
  inactif?: boolean
  sx?: SxProps<Theme>
  sxLegende?: SxProps<Theme>
}

/** One of a few values, side by side under their question: arrows move, the choice is told at once. */
export const ChoixEnLigne = <T extends string>(props: Props<T>) => {
  const { id, nom, legende, valeurs, choisie, libelle, onChoix, inactif, sx, sxLegende } = props
  return (
    <FormControl sx={sx} disabled={inactif}>
      <FormLabel id={id} sx={sxLegende}>
        {legende}
      </FormLabel>
      <RadioGroup
        row
        name={nom}
        aria-labelledby={id}
        value={choisie ?? ''}
        onChange={(_, lue) => {
          const valeur = valeurs.find((une) => une === lue)
          if (valeur) onChoix(valeur)
        }}
      >
        {valeurs.map((valeur) => (
          <FormControlLabel key={valeur} value={valeur} control={<Radio size="small" />} label={libelle(valeur)} />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
