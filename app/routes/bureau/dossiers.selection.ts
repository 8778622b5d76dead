import { BannetteDossiersParams, dossiersDuFiltre } from '#queries/dossier/bannette-dossiers'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { searchParams } from '#web/params'

/** The dossiers of a filter of the bannette, under its own parameters: what « sélectionner les N » chooses. */
export const loader = agentLoader('dossier.lire', async ({ agent, request }) => {
  const params = BannetteDossiersParams.parse(searchParams(request))
  return { ids: await dossiersDuFiltre(deps.db, params, { moi: agent.id, now: deps.now() }) }
})
