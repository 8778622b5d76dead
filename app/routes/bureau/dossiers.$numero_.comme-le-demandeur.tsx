import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PAGES_VUES } from '#domain/demandeur/vue-du-demandeur'
import { vueDuDemandeur } from '#queries/demandeur/vue-du-demandeur'
import { adresseDeVue } from '#libelles/demandeur/vue-du-demandeur'
import { CommeLeDemandeur } from '#ui/demandeur/comme-le-demandeur'
import { PageError } from '#ui/kit/page-error/page-error'
import { voirCommeLeDemandeur } from '#usecases/demandeur/voir-comme-le-demandeur'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { sansVersion } from '#web/vue'

/** Which of the pages of the demandeur. */
const PageSearch = z.object({ page: z.enum(PAGES_VUES).catch('SUIVI').default('SUIVI') })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.numero ?? 'Dossier'} vu par le demandeur – MCEI` },
]

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero }, search: PageSearch },
  async ({ agent, deps, now, params: { dossier }, search: { page } }) => ({
    adresse: dossier.adresse,
    ...(await vueDuDemandeur(deps.db, agent, { dossierId: dossier.id, page, now })),
  }),
)

/** Opens one of them: the journal says who looked, at which and when. */
export const action = agentAction(
  {
    params: { dossier: dossierDuNumero },
    form: sansVersion('it only reads, and the journal says so', PageSearch),
    retour: ({ dossier }) => dossier.adresse,
  },
  async ({ agent, deps, params: { dossier }, form: { page } }) => {
    await voirCommeLeDemandeur(deps, agent, dossier.id, page)
    return redirect(adresseDeVue(dossier.adresse, page))
  },
)

export default function VueDuDemandeur() {
  return <CommeLeDemandeur {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
