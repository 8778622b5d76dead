import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

type Props = {
  /** The form that holds it, when it stands outside. */
  form?: string
  /** `''` for now, else a date and hour of Paris. */
  quand: string
  onQuand: (quand: string) => void
  /** The hour offered first. */
  propose: string
}

/** When a mail leaves: now, or at a date and hour of Paris. */
export function DepartChoix({ form, quand, onQuand, propose }: Props) {
  return (
    <FormControl>
      <FormLabel id="depart-legende">Envoi</FormLabel>
      <RadioGroup
        row
        aria-labelledby="depart-legende"
        value={quand ? 'programme' : 'maintenant'}
        onChange={(_, choix) => onQuand(choix === 'programme' ? propose : '')}
      >
        <FormControlLabel value="maintenant" control={<Radio size="small" />} label="Maintenant" />
        <FormControlLabel value="programme" control={<Radio size="small" />} label="Programmé" />
      </RadioGroup>
      {quand && (
        <ChampTexte
          type="datetime-local"
          name="partirLe"
          label="Jour et heure de départ (Paris)"
          required
          value={quand}
          onChange={({ target }) => onQuand(target.value || propose)}
          sx={{ mt: 1, maxWidth: 280 }}
          html={{ form }}
        />
      )}
    </FormControl>
  )
}
