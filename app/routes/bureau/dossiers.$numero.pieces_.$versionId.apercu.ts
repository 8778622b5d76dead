import { z } from 'zod'
import { apercuPiece, motsPiece } from '#queries/piece/apercu-piece'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero, uuid } from '#web/params'

/**
 * How a deposited file is looked at; with `?mots`, the words of its pages. One address for both: the browser learns of it once, before any act, since an
 * act answered while it is learning of an address has that address taken for one that is not there.
 */
export const loader = agentLoader(
  {
    droit: 'piece.lire',
    params: { dossier: dossierDuNumero, versionId: uuid('piece') },
    search: z.object({ mots: z.string().optional() }),
  },
  async ({ deps, params: { dossier, versionId }, search }) => {
    const visee = { dossierId: dossier.id, versionId }
    return search.mots === undefined ? apercuPiece(deps, visee) : motsPiece(deps, visee)
  },
)
