import { BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { voisinesPreProjet } from '#queries/pre-projet/voisines-pre-projet'
import { agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'

/** The fiches before and after this one in a list, whose parameters are those of the bannette. */
export const loader = agentLoader(
  { droit: 'pre-projet.lire', params: { id: uuid('pre-projet') }, search: BannettePreProjetsParams },
  ({ agent, deps, params, search }) => voisinesPreProjet(deps.db, { ...search, id: params.id }, agent.id),
)
