import { communeDInsee, NOMBRE_DE_COMMUNES } from '#domain/structure/commune'
import type { Db } from '#infra/db'

/** A territoire as its page shows it: its communes by name, in order. */
export type TerritoireEcrit = { id: string; nom: string; version: number; communes: string[] }

/** The territoires in order, and how many communes of the Pas-de-Calais are in none. */
export async function pageTerritoires(db: Db) {
  const lus = await db.territoire.findMany({
    orderBy: { nom: 'asc' },
    select: { id: true, nom: true, version: true, communes: { select: { codeInsee: true } } },
  })
  const territoires = lus.map(({ communes, ...reste }): TerritoireEcrit => ({
    ...reste,
    communes: communes
      .map(({ codeInsee }) => communeDInsee(codeInsee)?.nom ?? codeInsee)
      .toSorted((a, b) => a.localeCompare(b, 'fr')),
  }))
  const rangees = territoires.reduce((total, { communes }) => total + communes.length, 0)
  return { territoires, sansTerritoire: NOMBRE_DE_COMMUNES - rangees }
}
