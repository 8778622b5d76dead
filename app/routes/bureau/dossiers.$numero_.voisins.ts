import { VoisinsDossierParams, voisinsDossier } from '#queries/dossier/voisins-dossier'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

/** The dossiers before and after this one in a list, whose parameters are those of the bannette. */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero }, search: VoisinsDossierParams },
  ({ agent, deps, now, params, search }) =>
    voisinsDossier(deps.db, { ...search, id: params.dossier.id }, { moi: agent.id, now }),
)
