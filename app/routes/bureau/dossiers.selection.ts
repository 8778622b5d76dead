import { BannetteDossiersParams, dossiersDuFiltre } from '#queries/dossier/bannette-dossiers'
import { agentLoader } from '#web/agent-route'

/** The dossiers of a filter of the bannette, under its own parameters: what « sélectionner les N » chooses. */
export const loader = agentLoader(
  { droit: 'dossier.lire', search: BannetteDossiersParams },
  async ({ agent, deps, now, search }) => ({ ids: await dossiersDuFiltre(deps.db, search, { moi: agent.id, now }) }),
)
