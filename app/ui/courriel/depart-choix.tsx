import { ChampDateDiffere } from '#ui/kit/date/champ-date-differe'
import { Coche, Coches } from '#ui/kit/formulaire/coche'

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
  const choix = { type: 'radio', name: 'depart' } as const
  return (
    <div>
      <Coches titre="Envoi">
        <Coche
          {...choix}
          value="maintenant"
          label="Maintenant"
          choisie={quand === null}
          onChoix={() => onQuand(null)}
        />
        <Coche
          {...choix}
          value="programme"
          label="Programmé"
          choisie={quand !== null}
          onChoix={() => onQuand(propose)}
        />
      </Coches>
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
    </div>
  )
}
