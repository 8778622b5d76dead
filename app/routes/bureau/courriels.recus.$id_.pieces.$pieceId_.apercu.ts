import { z } from 'zod'
import { apercuPieceJointe, motsPieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { bientot } from '#web/apercu/bientot'
import { uuid } from '#web/params'

/** What the page of a received mail shows of one file; with `?mots`, the words of its pages. One address for both, as of a pièce. */
export const loader = agentLoader(
  {
    droit: 'courriel.lire',
    params: { id: uuid('courriel-recu'), pieceId: uuid('piece-jointe') },
    search: z.object({ mots: z.string().optional() }),
  },
  async ({ deps, params: { id, pieceId }, search }) => {
    const visee = { courriel: { id }, pieceId }
    return search.mots === undefined ? bientot(apercuPieceJointe(deps, visee)) : bientot(motsPieceJointe(deps, visee))
  },
)
