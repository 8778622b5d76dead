import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { jourSaisi } from '#domain/temps/saisie'
import { parseJour } from '#domain/temps/jour'
import { LIBELLE_REFUS_SEANCE } from '#libelles/seance/refus'
import { pageSeances } from '#queries/seance/seances'
import { campagnesASimuler } from '#queries/simulation/page-simulation'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { AccusesImport } from '#ui/seance/accuses-import'
import { SeanceForm } from '#ui/seance/seance-form'
import { SeancesListe } from '#ui/seance/seances'
import { enregistrerAccuses } from '#usecases/seance/enregistrer-accuses'
import { creerSeance } from '#usecases/seance/regler-seance'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { estUuid } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Séances – MCEI' }]

export const loader = agentLoader({ droit: 'seance.lire' }, async ({ agent, deps }) => ({
  ...(await pageSeances(deps.db, deps.now())),
  campagnes: await campagnesASimuler(deps.db),
  peutPreparer: hasDroit(agent, 'seance.preparer'),
  peutVoter: hasDroit(agent, 'seance.voter'),
}))

const SeanceSaisie = sansVersion(
  'It makes something new.',
  z.object({
    jour: jourDuForm('Donnez le jour de la séance.'),
    cloture: z.string().max(40).default(''),
    intitule: z.string().max(500).default(''),
  }),
)

/** The séances whose délibération was acknowledged, as the file was shown: each with its version and the day. */
const AccusesVus = z.object({ intent: z.literal('enregistrerAccuses'), vise: z.array(z.string()).default([]) })

const viseDe = (texte: string) => {
  const [id = '', version = '', jour = ''] = texte.split(':')
  const executoireLe = parseJour(jour) === jour ? jour : null
  return executoireLe && estUuid(id) && /^\d+$/.test(version) ? [{ id, version: Number(version), executoireLe }] : []
}

const Saisie = z.union([AccusesVus, SeanceSaisie])

/** A new séance, or the days on which the préfecture received délibérations, once the file that says them was looked at. */
export const action = agentAction({ form: Saisie }, async ({ agent, deps, form, refuser }) => {
  if ('intent' in form) {
    const vus = form.vise.flatMap(viseDe)
    if (vus.length === 0) return refuser('Redonnez le fichier\u00a0: rien de ce qui était montré n’est à enregistrer.')
    return { accuses: await enregistrerAccuses(deps, agent, vus) }
  }
  const lue = jourSaisi(form.cloture)
  if (!lue.ok && form.cloture.trim() !== '')
    return refuser('Ce jour ne se lit pas\u00a0: écrivez-le JJ/MM/AAAA.', 'cloture')
  const answer = await creerSeance(deps, agent, { ...form, cloture: lue.ok ? lue.value : null })
  if (!answer.ok)
    return refuser(LIBELLE_REFUS_SEANCE[answer.reason], answer.reason === 'INTITULE_TROP_LONG' ? 'intitule' : 'cloture')
  return redirectWithToast(`/commissions/${answer.value.id}`, { texte: 'La séance est ajoutée.', genre: 'success' })
})

export default function Seances() {
  const { aVenir, passees, campagnes, clotureJours, peutPreparer, peutVoter } = useLoaderData<typeof loader>()
  const reponse = useActionData<Reponse>()
  return (
    <>
      <PageHeader
        titre="Séances"
        sousTitre="Ce qui est soumis au vote de la Commission permanente, et ce qu’elle a voté."
      />
      <SeancesListe titre="À venir" seances={aVenir} vide="Aucune séance à venir." />
      <SeancesListe titre="Passées" seances={passees} vide="Aucune séance passée." />
      {campagnes.length > 0 && (
        <section aria-labelledby="simuler">
          <h2 id="simuler">Simuler la répartition d’une enveloppe</h2>
          <ul>
            {campagnes.map(({ id, libelle }) => (
              <li key={id}>
                <Link to={`/simulations/campagne/${id}`}>{libelle}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {peutVoter && <AccusesImport />}
      {peutPreparer && (
        <section aria-label="Nouvelle séance">
          <h2>Nouvelle séance</h2>
          <SeanceForm clotureJours={clotureJours} reponse={reponse} />
        </section>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
