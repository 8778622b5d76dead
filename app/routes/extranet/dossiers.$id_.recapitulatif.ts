import { recapitulatifDuDemandeur } from '#queries/extranet/recapitulatif-du-demandeur'
import { demandeurLoader, FichierSearch, uuid } from '#web/demandeur-route'
import { sendPapier } from '#web/downloads'

/** What was deposited, for the structure that did: shown in the page, or kept with `?telecharger`. */
export const loader = demandeurLoader(
  { params: { id: uuid('dossier') }, search: FichierSearch },
  async ({ deps, demandeur, params, search }) => {
    const { recapitulatif, nom } = await recapitulatifDuDemandeur(deps, demandeur, params.id)
    return sendPapier(recapitulatif, nom, search)
  },
)
