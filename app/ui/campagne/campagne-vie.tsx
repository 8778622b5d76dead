import { Button } from '@mui/material'
import type { ActeCampagne } from '#domain/campagne/vie-campagne'
import css from '#ui/campagne/reglement.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Acte = { acte: ActeCampagne; bouton: string; effet: string }

type Props = { adresse: string; version: number; etat: string; phrase: string; actes: Acte[] }

/** The state of a campagne and what may follow, each act with what it does said before it is pressed. */
export const CampagneVie = ({ adresse, version, etat, phrase, actes }: Props) => (
  <section aria-label="État de la campagne" className={css.vie}>
    <p>
      <strong>{etat}.</strong> {phrase}
    </p>
    {actes.map((acte) => (
      <UnActe key={acte.acte} adresse={adresse} version={version} {...acte} />
    ))}
  </section>
)

function UnActe({ adresse, version, acte, bouton, effet }: Acte & Pick<Props, 'adresse' | 'version'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'vieCampagne', objet: `${adresse} ${acte}` })
  return (
    <details>
      <summary>{bouton}…</summary>
      <Formulaire envoi={envoi} action={`${adresse}/vie`} aria-label={bouton}>
        <FormErreur reponse={envoi.data} />
        <p>{effet}</p>
        <input type="hidden" name="acte" value={acte} />
        <input type="hidden" name="version" value={version} />
        <Button type="submit" variant="contained" size="small" disabled={envoi.state !== 'idle'}>
          {bouton}
        </Button>
      </Formulaire>
    </details>
  )
}
