import type { DeliberationNommee } from '#domain/seance/accuses-de-prefecture'
import { numeroDeDeliberation } from '#domain/seance/deliberation'
import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'

/** The délibérations of these ranks in these years, by their numbers, each with its séance as it is now; others of the same years may be there too. */
export async function deliberationsNommees(
  db: Db,
  nommees: readonly { annee: number; rang: number }[],
): Promise<Map<string, DeliberationNommee>> {
  const [annees, rangs] = [nommees.map(({ annee }) => annee), nommees.map(({ rang }) => rang)]
  const lues = await db.deliberation.findMany({
    where: { annee: { in: [...new Set(annees)] }, rang: { in: [...new Set(rangs)] } },
    include: { seance: { select: { id: true, version: true, jour: true, intitule: true } } },
  })
  return new Map(
    lues.map(({ annee, rang, le, executoireLe, seance }) => {
      const numero = numeroDeDeliberation(annee, rang)
      const dite = { ...seance, jour: fromDate(seance.jour) }
      return [
        numero,
        { numero, le: fromDate(le), executoireLe: executoireLe && fromDate(executoireLe), seance: dite },
      ] as const
    }),
  )
}

/** The numbers of the délibérations of these séances. */
export async function numerosDesDeliberations(db: Db, seanceIds: readonly string[]): Promise<Map<string, string>> {
  const lues = await db.deliberation.findMany({
    where: { seanceId: { in: [...seanceIds] } },
    select: { seanceId: true, annee: true, rang: true },
  })
  return new Map(lues.map(({ seanceId, annee, rang }) => [seanceId, numeroDeDeliberation(annee, rang)]))
}
