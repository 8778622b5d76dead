import { courrielRecu } from '#queries/courriel-recu/originaux-recus'
import { agentLoader } from '#web/agent-route'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuid } from '#web/params'

/** A mail of the fiche as it arrived, to be saved and opened in a mail program. */
export const loader = agentLoader(
  { droit: 'pre-projet.lire', params: { id: uuid('pre-projet'), courrielId: uuid('courriel-recu') } },
  async ({ deps, params: { id, courrielId } }) =>
    sendReceivedFile(deps.storage, await courrielRecu(deps.db, { id: courrielId, preProjetId: id })),
)
