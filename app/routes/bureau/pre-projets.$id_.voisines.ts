import { BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { voisinesPreProjet } from '#queries/pre-projet/voisines-pre-projet'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { searchParams, uuidParam } from '#web/params'

/** The fiches before and after this one in a list, whose parameters are those of the bannette. */
export const loader = agentLoader('pre-projet.lire', async ({ params, request }) =>
  voisinesPreProjet(deps.db, uuidParam('pre-projet', params.id), BannettePreProjetsParams.parse(searchParams(request))),
)
