import { apercuPiece } from '#queries/piece/apercu-piece'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero, uuid } from '#web/params'

/** How a deposited file is looked at. */
export const loader = agentLoader(
  { droit: 'piece.lire', params: { dossier: dossierDuNumero, versionId: uuid('piece') } },
  async ({ deps, params: { dossier, versionId } }) => apercuPiece(deps, { dossierId: dossier.id, versionId }),
)
