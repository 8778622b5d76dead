import { z } from 'zod'
import { fromDate, type Jour, toDate } from '#domain/temps/jour'
import { joursFeries } from '#domain/temps/jours-ouvres'
import type { Db } from '#infra/db'

/** Which year is looked at; this one when nothing is said. */
export const CalendrierParams = z.object({
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
})

export type JourChome = { jour: Jour; libelle: string; ferie: boolean }

/** The days of a year on which the service does not work, week-ends apart: public holidays and closing days, in order. */
export async function joursChomes(db: Db, annee: number): Promise<JourChome[]> {
  const fermes = await db.jourDeFermeture.findMany({
    where: { jour: { gte: toDate(`${annee}-01-01`), lte: toDate(`${annee}-12-31`) } },
    select: { jour: true, libelle: true },
  })
  return [
    ...joursFeries(annee).map((jour) => ({ jour, libelle: 'Jour férié', ferie: true })),
    ...fermes.map(({ jour, libelle }) => ({ jour: fromDate(jour), libelle, ferie: false })),
  ].sort((a, b) => a.jour.localeCompare(b.jour))
}
