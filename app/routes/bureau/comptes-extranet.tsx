import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FAIT_COMPTE_DEMANDEUR, LIBELLE_REFUS_COMPTE_DEMANDEUR } from '#libelles/demandeur/compte'
import { comptesExtranet } from '#queries/demandeur/comptes-extranet'
import { ComptesExtranet } from '#ui/demandeur/comptes-extranet'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { fermerDemandeur, rouvrirDemandeur } from '#usecases/demandeur/fermer-demandeur'
import { oterSecondFacteur } from '#usecases/demandeur/retirer-second-facteur'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Comptes de l’extranet – MCEI' }]

const id = z.uuid().nullable().catch(null).default(null)

const ComptesSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  structure: id,
  compte: id,
})

export const loader = agentLoader({ droit: 'compte.ouvrir', search: ComptesSearch }, ({ deps, search }) =>
  comptesExtranet(deps.db, search),
)

const CompteForm = z.object({
  intent: z.enum(['fermer', 'rouvrir', 'oter']),
  demandeurId: z.uuid(),
  version: z.coerce.number().int(),
})

const ACTES = { fermer: fermerDemandeur, rouvrir: rouvrirDemandeur, oter: oterSecondFacteur }

export const action = agentAction(
  { form: CompteForm, retour: () => '/comptes-extranet' },
  async ({ agent, deps, form: { intent, ...vise }, retour, refuser }) => {
    const answer = await ACTES[intent](deps, agent, vise)
    if (!answer.ok) return refuser(LIBELLE_REFUS_COMPTE_DEMANDEUR[answer.reason])
    return redirectWithToast(retour, { texte: FAIT_COMPTE_DEMANDEUR[intent], genre: 'success' })
  },
)

export default function Comptes() {
  const lus = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        titre={lus.structure ? `Comptes de l’extranet\u00a0: ${lus.structure}` : 'Comptes de l’extranet'}
        sousTitre="Qui se connecte à l’extranet, et pour quelles structures. Un compte se ferme, il ne se supprime pas."
      />
      <ComptesExtranet {...lus} />
    </>
  )
}

export { PageError as ErrorBoundary }
