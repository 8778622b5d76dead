import { imagePieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { sendImage } from '#web/downloads'
import { entier, ImageSearch, uuid } from '#web/params'

/** One page of a file as a picture. */
export const loader = agentLoader(
  {
    droit: 'pre-projet.lire',
    params: { id: uuid('pre-projet'), pieceId: uuid('piece-jointe'), page: entier('page', 1) },
    search: ImageSearch,
  },
  async ({ deps, params: { id, ...voulue }, search }) =>
    sendImage(await imagePieceJointe(deps, { courriel: { preProjetId: id }, ...voulue, ...search })),
)
