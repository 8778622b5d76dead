import commun from '#ui/extranet/extranet.module.css'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'

type Props = { label: string; aide?: string; reponse: Reponse | undefined }

/** A code of the second factor: never kept on the device, nor given back to the page. */
export function ChampCode({ label, aide, reponse }: Props) {
  const refus = erreurDe(reponse, 'code')
  return (
    <div className={commun.question}>
      <ChampTexte
        id="code"
        name="code"
        label={label}
        autoComplete="one-time-code"
        error={refus !== undefined}
        helperText={refus ?? aide}
        html={{ maxLength: 40, spellCheck: false }}
        required
      />
    </div>
  )
}
