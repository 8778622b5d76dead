import { Button } from '@mui/material'
import type { EtatDeTravail } from '#domain/entretien/travaux'
import { compter } from '#domain/nombre'
import { formatInstant } from '#libelles/temps'
import { LIBELLE_ETAT_DE_TRAVAIL, nomDeTravail } from '#libelles/travaux'
import css from '#ui/cadre/travaux-en-file.module.css'
import { Retour } from '#ui/kit/acte/retour'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Travail = {
  queue: string
  id: string
  nom: string
  etat: EtatDeTravail
  essais: number
  depuis: Date
  erreur: string
  relanceLe: Date | null
}

/** What the queues hold: each job, where it stands, since when, why it failed; what failed is done again once that is said twice. */
export function TravauxEnFile({ travaux }: { travaux: readonly Travail[] | null }) {
  return (
    <section aria-labelledby="travaux-en-file">
      <h2 id="travaux-en-file">Travaux de fond</h2>
      {travaux === null && <p>La file des travaux ne répond pas.</p>}
      {travaux?.length === 0 && <p>Aucun travail n’attend, aucun n’est en échec.</p>}
      <ul className={css.travaux}>
        {travaux?.map((travail) => (
          <li key={`${travail.queue} ${travail.id}`}>
            <strong>{LIBELLE_ETAT_DE_TRAVAIL[travail.etat]}</strong>
            {`\u00a0: ${nomDeTravail(travail.nom)}, ${travail.essais === 0 ? 'pas encore essayé' : compter(travail.essais, 'essai')}, depuis le ${formatInstant(travail.depuis)}.`}
            {travail.erreur && <div>{travail.erreur}</div>}
            {travail.relanceLe && <div>{`Relancé le ${formatInstant(travail.relanceLe)}.`}</div>}
            {travail.etat === 'failed' && !travail.relanceLe && <Relance {...travail} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Relance({ queue, id, depuis }: Travail) {
  const envoi = useEnvoi<Reponse>({ nom: 'travail', objet: id })
  return (
    <details>
      <summary>Relancer…</summary>
      <Formulaire envoi={envoi}>
        <FormErreur reponse={envoi.data} />
        <input type="hidden" name="queue" value={queue} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="vu" value={depuis.toISOString()} />
        <Button type="submit" variant="outlined" size="small" disabled={envoi.state !== 'idle'}>
          Relancer ce travail
        </Button>
        <Retour de="relancerTravail" />
      </Formulaire>
    </details>
  )
}
