import { lettreDuDemandeur } from '#queries/extranet/lettre-du-demandeur'
import { demandeurLoader, uuid } from '#web/demandeur-route'
import { sendPapier } from '#web/downloads'

/** The letter of a decision, for the structure that was told of it. */
export const loader = demandeurLoader({ params: { id: uuid('dossier') } }, async ({ deps, demandeur, params }) => {
  const { lettre, nom } = await lettreDuDemandeur(deps, demandeur, params.id)
  return sendPapier(lettre, nom)
})
