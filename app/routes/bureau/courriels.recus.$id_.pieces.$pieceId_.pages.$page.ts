import { imagePieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { sendImage } from '#web/downloads'
import { entier, ImageSearch, uuid } from '#web/params'

/** One page of a file of a received mail as a picture. */
export const loader = agentLoader(
  {
    droit: 'courriel.lire',
    params: { id: uuid('courriel-recu'), pieceId: uuid('piece-jointe'), page: entier('page', 1) },
    search: ImageSearch,
  },
  async ({ deps, params: { id, ...voulue }, search }) =>
    sendImage(await imagePieceJointe(deps, { courriel: { id }, ...voulue, ...search })),
)
