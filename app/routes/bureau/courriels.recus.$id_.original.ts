import { courrielRecu } from '#queries/courriel-recu/originaux-recus'
import { agentLoader } from '#web/agent-route'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuid } from '#web/params'

/** A received mail as it arrived, one that could not be read too, to be saved and opened in a mail program. */
export const loader = agentLoader(
  { droit: 'courriel.lire', params: { id: uuid('courriel-recu') } },
  async ({ deps, params }) => sendReceivedFile(deps.storage, await courrielRecu(deps.db, params)),
)
