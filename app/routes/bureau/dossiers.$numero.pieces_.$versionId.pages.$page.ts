import { imagePiece } from '#queries/piece/apercu-piece'
import { agentLoader } from '#web/agent-route'
import { sendImage } from '#web/downloads'
import { dossierDuNumero, entier, ImageSearch, uuid } from '#web/params'

/** One page of a deposited file as a picture. */
export const loader = agentLoader(
  {
    droit: 'piece.lire',
    params: { dossier: dossierDuNumero, versionId: uuid('piece'), page: entier('page', 1) },
    search: ImageSearch,
  },
  async ({ deps, params: { dossier, versionId, page }, search }) =>
    sendImage(await imagePiece(deps, { dossierId: dossier.id, versionId, page, ...search })),
)
