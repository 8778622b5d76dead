import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material'
import { ChampDateDiffere } from '#ui/kit/date/champ-date-differe'

type Props = {
  /** The form that holds it, when it stands outside. */
  form?: string
  /** Null for now, else a date and hour of Paris as they are typed. */
  quand: string | null
  onQuand: (quand: string | null) => void
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
        value={quand === null ? 'maintenant' : 'programme'}
        onChange={(_, choix) => onQuand(choix === 'programme' ? propose : null)}
      >
        <FormControlLabel value="maintenant" control={<Radio size="small" />} label="Maintenant" />
        <FormControlLabel value="programme" control={<Radio size="small" />} label="Programmé" />
      </RadioGroup>
      {quand !== null && (
        <ChampDateDiffere
          heure
          name="partirLe"
          label="Jour et heure de départ (Paris)"
          required
          value={quand}
          onChange={({ target }) => onQuand(target.value)}
          sx={{ mt: 1, maxWidth: 280 }}
          html={{ form }}
        />
      )}
    </FormControl>
  )
}
