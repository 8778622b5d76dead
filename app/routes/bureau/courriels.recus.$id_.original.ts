import { courrielRecu } from '#queries/courriel-recu/originaux-recus'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuidParam } from '#web/params'

/** A received mail as it arrived, one that could not be read too, to be saved and opened in a mail program. */
export const loader = agentLoader('courriel.lire', async ({ params }) =>
  sendReceivedFile(deps.storage, await courrielRecu(deps.db, { id: uuidParam('courriel-recu', params.id) })),
)
