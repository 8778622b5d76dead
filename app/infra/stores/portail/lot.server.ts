import type { Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import type { Prisma } from '#prisma'

/** The lot, or NotFound. */
export async function loadLot(tx: Tx, id: string) {
  const lot = await tx.lot.findUnique({ where: { id } })
  if (!lot) throw new NotFound('lot', id)
  return lot
}

/**
 * Writes what became of one line in the transaction that did it. The rank is the line's place in the delivery: a line written twice,
 * by a lot resumed or by two workers at once, meets its unique key and rolls back.
 */
export const writeLigne = (tx: Tx, ligne: Prisma.LotLigneUncheckedCreateInput) =>
  tx.lotLigne.create({ data: ligne, select: { id: true } })

/** The ranks already done: what a lot resumed after an interruption leaves alone. */
export async function rangsFaits(tx: Tx, lotId: string): Promise<Set<number>> {
  const lignes = await tx.lotLigne.findMany({ where: { lotId }, select: { rang: true } })
  return new Set(lignes.map(({ rang }) => rang))
}

/** True when this rank is done: asked again inside the transaction that would do it. */
export const estFait = async (tx: Tx, lotId: string, rang: number): Promise<boolean> =>
  (await tx.lotLigne.count({ where: { lotId, rang } })) > 0

/** How far the lot is, for whoever watches. */
export const noterProgression = (tx: Tx, lotId: string, progression: number, total: number) =>
  tx.lot.updateMany({ where: { id: lotId, etat: 'EN_COURS' }, data: { progression, total } })
