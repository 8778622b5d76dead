import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mesNouvelles, NouvellesParams } from '#queries/nouvelle/nouvelles'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { NouvellesListe } from '#ui/nouvelle/nouvelles-liste'
import { voirNouvelles } from '#usecases/nouvelle/voir-nouvelles'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Nouvelles – MCEI' }]

export const loader = agentLoader(
  { droit: 'dossier.lire', search: NouvellesParams },
  async ({ agent, deps, search }) => ({
    ...(await mesNouvelles(deps.db, agent.id, search)),
    debut: search.apres === undefined,
  }),
)

const entree = z.coerce
  .bigint()
  .min(0n)
  .max(2n ** 62n)

const VuesForm = z.union([
  sansVersion(
    'It says how far was looked at: said twice it is the same.',
    z.object({ intent: z.literal('tout'), jusqua: entree }),
  ),
  sansVersion('What was looked at stays so.', z.object({ intent: z.literal('une'), entree })),
])

/** One thing was looked at, which leaves the page as it is; or all of them. */
export const action = agentAction({ form: VuesForm }, async ({ agent, deps, form, retour }) => {
  await voirNouvelles(deps, agent, form)
  if (form.intent === 'une') return {}
  return redirectWithToast(retour, { texte: 'Tout est marqué comme lu.', genre: 'success' })
})

export default function Nouvelles() {
  const { nouvelles, suivante, debut } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        titre="Nouvelles"
        sousTitre="Ce que d’autres font sur les dossiers et les fiches que vous suivez, où vous avez écrit, où l’on vous a nommé, ou dont vous avez demandé à être averti."
      />
      <NouvellesListe nouvelles={nouvelles} vide={debut ? 'Rien n’est encore arrivé.' : 'Rien de plus ancien.'} />
      {!debut && (
        <p>
          <Link to="/nouvelles">Revenir au plus récent</Link>
        </p>
      )}
      {suivante && (
        <p>
          <Link to={`/nouvelles?apres=${suivante}`}>Plus ancien</Link>
        </p>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
