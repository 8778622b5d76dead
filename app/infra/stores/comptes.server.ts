import type { Db, Tx } from '#infra/db'

/** Gathers the kept counts of each key into one row; their sums do not change, nor what anybody waits for. */
export async function resserrerComptes(db: Db): Promise<void> {
  await db.$executeRaw`SELECT comptes_resserrer()`
}

/** A kept count that is not what the rows say: how much it says too much, or too little. */
export type Ecart = { objet: string; cle: string; nombre: number; demandeCents: bigint; accordeCents: bigint }

/** Every kept count that is not what the rows say, all read in one state of the facts. */
export const ecartsDesComptes = (db: Db): Promise<Ecart[]> =>
  db.$queryRaw<
    Ecart[]
  >`SELECT objet, cle, nombre, demande_cents AS "demandeCents", accorde_cents AS "accordeCents" FROM compte_ecart ORDER BY 1, 2`

/** Counts everything anew. Who writes what is counted waits meanwhile. */
export async function refaireComptes(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT comptes_refaire()`
}
