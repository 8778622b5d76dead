import type { Db, Tx } from '#infra/db'

/** The last UID kept of this folder; a new UIDVALIDITY numbers its messages afresh, so it starts from none. */
export async function reprendreBoite(db: Db, cle: string, uidValidite: bigint): Promise<number> {
  const { dernierUid } = await db.$transaction(async (tx) => {
    const connue = await tx.boiteCourriel.findUnique({ where: { cle } })
    if (connue?.uidValidite === uidValidite) return connue
    const data = { uidValidite, dernierUid: 0n }
    return tx.boiteCourriel.upsert({ where: { cle }, create: { cle, ...data }, update: data })
  })
  return Number(dernierUid)
}

/** Writes, with what was kept of it, that a message is done: it is not looked at again. */
export const avancerBoite = (tx: Tx, cle: string, uid: number) =>
  tx.boiteCourriel.updateMany({
    where: { cle, dernierUid: { lt: BigInt(uid) } },
    data: { dernierUid: BigInt(uid) },
  })

/** The folder has just been looked at, and answered. */
export const noterBoiteVue = (db: Db, cle: string, vueLe: Date) =>
  db.boiteCourriel.updateMany({ where: { cle }, data: { vueLe, erreur: null } })

/** The folder cannot be read now; why, for people. */
export const noterBoiteEnErreur = (db: Db, cle: string, erreur: string) =>
  db.boiteCourriel.upsert({
    where: { cle },
    create: { cle, uidValidite: 0n, erreur },
    update: { erreur },
    select: { cle: true },
  })
