import type { Db } from '#infra/db'

export type EtatJournal = { entrees: number; intact: boolean; premiereRupture?: number }

const LOT = 20_000n

/**
 * Walks the journal from its first entry, batch by batch, and computes again what the database wrote: each entry must hold the
 * empreinte of the one before, and its own must follow from its words. `premiereRupture` is the id of the first that does not.
 */
export async function verifierJournal(db: Db): Promise<EtatJournal> {
  let entrees = 0
  let apres = -1n
  let precedente = ''
  for (;;) {
    const [lot] = await db.$queryRaw<
      { nombre: bigint; dernier: bigint | null; empreinte: string | null; rupture: bigint | null }[]
    >`
      WITH lot AS (
        SELECT e, e.id, e.empreinte, e.precedente,
          lag(e.empreinte, 1, ${precedente}) OVER (ORDER BY e.id) AS attendue
        FROM entree_journal e WHERE e.id > ${apres} ORDER BY e.id LIMIT ${LOT}
      )
      SELECT count(*) AS nombre, max(id) AS dernier,
        (array_agg(empreinte ORDER BY id DESC))[1] AS empreinte,
        min(id) FILTER (WHERE precedente <> attendue OR empreinte <> entree_journal_empreinte(e)) AS rupture
      FROM lot`
    if (!lot || lot.dernier === null) return { entrees, intact: true }
    entrees += Number(lot.nombre)
    if (lot.rupture !== null) {
      return { entrees: await db.entreeJournal.count(), intact: false, premiereRupture: Number(lot.rupture) }
    }
    apres = lot.dernier
    precedente = lot.empreinte ?? ''
  }
}
