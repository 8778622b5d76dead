import { recapitulatifDuDemandeur } from '#queries/extranet/recapitulatif-du-demandeur'
import { demandeurLoader, uuid } from '#web/demandeur-route'
import { sendPapier } from '#web/downloads'

/** What was deposited, for the structure that did. */
export const loader = demandeurLoader({ params: { id: uuid('dossier') } }, async ({ deps, demandeur, params }) => {
  const { recapitulatif, nom } = await recapitulatifDuDemandeur(deps, demandeur, params.id)
  return sendPapier(recapitulatif, nom)
})
