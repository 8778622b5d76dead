import { type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { compter } from '#domain/nombre'
import { LIBELLE_REFUS_DESSIN, LIBELLE_REFUS_PREPARATION } from '#libelles/seance/repetition'
import { nomDeSeance } from '#libelles/seance/seance'
import { repetitionDeSeance } from '#queries/seance/repetition'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { LettresRepetees } from '#ui/seance/lettres-repetees'
import { Preparation, Repetition } from '#ui/seance/repetition'
import { demanderLettres } from '#usecases/seance/dessiner-lettres'
import { preparerNotification, reprendrePreparation } from '#usecases/seance/preparer-notification'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'

export const meta: MetaFunction = () => [{ title: 'Répétition générale – MCEI' }]

export const loader = agentLoader(
  {
    droit: 'seance.lire',
    params: { id: uuid('seance') },
    search: z.object({ voir: z.string().nullable().default(null) }),
  },
  ({ agent, deps, params: { id }, search: { voir } }) =>
    repetitionDeSeance(deps.db, agent, { id, voir, now: deps.now() }),
)

const PreparationForm = z.object({
  intent: z.enum(['dessiner', 'preparer', 'reprendre']),
  version: z.coerce.number().int().min(0),
})

/** Has the letters of a séance drawn; says that what it tells was read, or takes that back. */
export const action = agentAction(
  { params: { id: uuid('seance') }, form: PreparationForm, retour: ({ id }) => `/commissions/${id}/repetition` },
  async ({ agent, deps, params: { id }, form: { intent, version }, refuser }) => {
    if (intent === 'reprendre') {
      const answer = await reprendrePreparation(deps, agent, { id, version })
      return answer.ok ? redirect(`/commissions/${id}/repetition`) : refuser('Ces courriels ne sont pas préparés.')
    }
    if (intent === 'dessiner') {
      const answer = await demanderLettres(deps, agent, { id, version })
      return answer.ok ? redirect(`/commissions/${id}/repetition`) : refuser(LIBELLE_REFUS_DESSIN[answer.reason])
    }
    const answer = await preparerNotification(deps, agent, { id, version })
    return answer.ok ? redirect(`/commissions/${id}`) : refuser(LIBELLE_REFUS_PREPARATION[answer.reason])
  },
)

/** « Ce qui partirait maintenant : 12 courriels, dont 3 à regarder. » */
function bilan(total: number, aVoir: number): string {
  const dit = aVoir === 0 ? 'rien à signaler' : `dont ${compter(aVoir, 'courriel')} à regarder`
  return `Ce qui partirait maintenant\u00a0: ${compter(total, 'courriel')}, ${dit}. La signature est celle de la personne qui les fait partir.`
}

export default function RepetitionDeSeance() {
  const { total, groupes, lettres, deliberation, executoire, peutPreparer, ...repetition } =
    useLoaderData<typeof loader>()
  return (
    <>
      <Link to={`/commissions/${repetition.id}`}>{nomDeSeance(repetition)}</Link>
      <PageHeader
        titre="Répétition générale"
        sousTitre={
          total === 0 ? 'Aucune décision n’est à notifier.' : bilan(total, total - repetition.sansAnomalie.length)
        }
      />
      {total > 0 && deliberation && (
        <LettresRepetees seance={repetition} lettres={lettres} peutPreparer={peutPreparer} />
      )}
      {executoire && peutPreparer && total > 0 && (
        <Preparation seance={repetition} total={total} preparation={repetition.preparation} />
      )}
      <Repetition
        seanceId={repetition.id}
        groupes={groupes}
        sansAnomalie={repetition.sansAnomalie}
        vu={repetition.vu}
      />
    </>
  )
}

export { PageError as ErrorBoundary }
