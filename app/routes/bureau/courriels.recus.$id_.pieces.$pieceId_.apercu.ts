import { apercuPieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { uuidParam } from '#web/params'

/** What the page of a received mail shows of one file. */
export const loader = agentLoader('courriel.lire', async ({ params }) =>
  apercuPieceJointe(deps, {
    courriel: { id: uuidParam('courriel-recu', params.id) },
    pieceId: uuidParam('piece-jointe', params.pieceId),
  }),
)
