import { motsPiece } from '#queries/piece/apercu-piece'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero, uuid } from '#web/params'

/** The words of the pages of a deposited file, with their places. */
export const loader = agentLoader(
  { droit: 'piece.lire', params: { dossier: dossierDuNumero, versionId: uuid('piece') } },
  async ({ deps, params: { dossier, versionId } }) => motsPiece(deps, { dossierId: dossier.id, versionId }),
)
