import type { Fermetures } from '#domain/temps/jours-ouvres'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'

/** Every day on which the service is closed by its own choice: a handful a year. */
export async function lireFermetures(db: Db | Tx): Promise<Fermetures> {
  const jours = await db.jourDeFermeture.findMany({ select: { jour: true } })
  return new Set(jours.map(({ jour }) => fromDate(jour)))
}
