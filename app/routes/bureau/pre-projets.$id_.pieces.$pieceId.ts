import { pieceJointe } from '#queries/courriel-recu/originaux-recus'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuidParam } from '#web/params'

/** A file that came with a mail of the fiche; shown in the page when a browser can, saved with `?telecharger`. */
export const loader = agentLoader('pre-projet.lire', async ({ params, request }) => {
  const piece = await pieceJointe(deps.db, {
    courriel: { preProjetId: uuidParam('pre-projet', params.id) },
    pieceId: uuidParam('piece-jointe', params.pieceId),
  })
  return sendReceivedFile(deps.storage, { ...piece, enLigne: !new URL(request.url).searchParams.has('telecharger') })
})
