import { apercuPieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'

/** What the page of a fiche shows of one file. */
export const loader = agentLoader(
  { droit: 'pre-projet.lire', params: { id: uuid('pre-projet'), pieceId: uuid('piece-jointe') } },
  async ({ deps, params: { id, pieceId } }) => apercuPieceJointe(deps, { courriel: { preProjetId: id }, pieceId }),
)
