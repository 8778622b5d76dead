import { courrielRecu } from '#queries/courriel-recu/originaux-recus'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuidParam } from '#web/params'

/** A mail of the fiche as it arrived, to be saved and opened in a mail program. */
export const loader = agentLoader('pre-projet.lire', async ({ params }) => {
  const preProjetId = uuidParam('pre-projet', params.id)
  const id = uuidParam('courriel-recu', params.courrielId)
  return sendReceivedFile(deps.storage, await courrielRecu(deps.db, { id, preProjetId }))
})
