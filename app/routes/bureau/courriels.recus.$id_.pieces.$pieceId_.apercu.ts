import { apercuPieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'

/** What the page of a received mail shows of one file. */
export const loader = agentLoader(
  { droit: 'courriel.lire', params: { id: uuid('courriel-recu'), pieceId: uuid('piece-jointe') } },
  async ({ deps, params: { id, pieceId } }) => apercuPieceJointe(deps, { courriel: { id }, pieceId }),
)
