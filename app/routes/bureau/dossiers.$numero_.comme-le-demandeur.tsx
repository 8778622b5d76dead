import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { vueDuDemandeur } from '#queries/demandeur/vue-du-demandeur'
import { CommeLeDemandeur } from '#ui/demandeur/comme-le-demandeur'
import { PageError } from '#ui/kit/page-error/page-error'
import { voirCommeLeDemandeur } from '#usecases/demandeur/voir-comme-le-demandeur'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.numero ?? 'Dossier'} vu par le demandeur – MCEI` },
]

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, now, params: { dossier } }) => ({
    adresse: dossier.adresse,
    ...(await vueDuDemandeur(deps.db, agent, { dossierId: dossier.id, now })),
  }),
)

/** Opens it: the journal says who looked, and when. */
export const action = agentAction(
  {
    params: { dossier: dossierDuNumero },
    form: sansVersion('it only reads, and the journal says so', z.object({})),
    retour: ({ dossier }) => dossier.adresse,
  },
  async ({ agent, deps, params: { dossier } }) => {
    await voirCommeLeDemandeur(deps, agent, dossier.id)
    return redirect(`${dossier.adresse}/comme-le-demandeur`)
  },
)

export default function VueDuDemandeur() {
  return <CommeLeDemandeur {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
