import type { PiecesEtRetenus } from '#domain/complement/complement'
import type { Db, Tx } from '#infra/db'
import { examinerDossier } from '#infra/stores/piece/completude'

/** What could be asked of this dossier: its pièces absent or refused, and what officers kept that no request asked yet, in the order they found it. */
export async function loadADemander(tx: Tx | Db, dossierId: string): Promise<PiecesEtRetenus> {
  const { manquantes, nonConformes } = await examinerDossier(tx, dossierId)
  const refusees = await tx.piece.findMany({
    where: { dossierId, controle: 'NON_CONFORME' },
    select: { code: true, motif: true, precision: true },
  })
  const retenus = await tx.elementRetenu.findMany({
    where: { dossierId, demandeId: null },
    orderBy: [{ le: 'asc' }, { id: 'asc' }],
    select: { cle: true, code: true, constat: true, aFaire: true },
  })
  return { manquantes, nonConformes, refusees, retenus }
}
