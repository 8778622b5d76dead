import { z } from 'zod'
import { apercuPiece, motsPiece } from '#queries/piece/apercu-piece'
import { pieceSemblable, piecesSemblables } from '#queries/piece/pieces-semblables'
import { agentLoader } from '#web/agent-route'
import { bientot } from '#web/apercu/bientot'
import { dossierDuNumero, uuid } from '#web/params'

/**
 * How a deposited file is looked at; with `?mots`, the words of its pages; with `?semblables`, what can stand beside it; `de` is one
 * of these, to be looked at instead. One address for all: the browser learns of it once, before any act, since an act answered while it is learning of an
 * address has that address taken for one that is not there.
 */
export const loader = agentLoader(
  {
    droit: 'piece.lire',
    params: { dossier: dossierDuNumero, versionId: uuid('piece') },
    search: z.object({ mots: z.string().optional(), semblables: z.string().optional(), de: z.uuid().optional() }),
  },
  async ({ deps, params: { dossier, versionId }, search }) => {
    const visee = { dossierId: dossier.id, versionId }
    if (search.semblables !== undefined) return piecesSemblables(deps.db, visee)
    const lue = search.de === undefined ? visee : await pieceSemblable(deps.db, visee, search.de)
    return search.mots === undefined ? bientot(apercuPiece(deps, lue)) : bientot(motsPiece(deps, lue))
  },
)
