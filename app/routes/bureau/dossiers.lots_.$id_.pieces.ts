import { archiveDuLot } from '#queries/lot-actes/archive-du-lot'
import { agentLoader } from '#web/agent-route'
import { sendArchive } from '#web/downloads'
import { uuid } from '#web/params'

/** The pièces of a lot, as a zip. */
export const loader = agentLoader(
  { droit: 'piece.lire', params: { id: uuid('lot') } },
  async ({ agent, deps, params }) => sendArchive(await archiveDuLot(deps, agent, params.id), 'pieces-des-dossiers.zip'),
)
