import { apercuPieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { uuidParam } from '#web/params'

/** What the page of a fiche shows of one file. */
export const loader = agentLoader('pre-projet.lire', async ({ params }) =>
  apercuPieceJointe(deps, {
    courriel: { preProjetId: uuidParam('pre-projet', params.id) },
    pieceId: uuidParam('piece-jointe', params.pieceId),
  }),
)
