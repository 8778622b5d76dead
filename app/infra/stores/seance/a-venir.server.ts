import { lireReglages, REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { premiereSeance, type SeancesAnnoncees } from '#domain/seance/depart'
import { fromDate, type Jour, toDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'

/** The first séance that may still vote on something put to it today; null where neither a séance nor the campagne says one. */
export async function premiereSeanceOuverte(
  tx: Tx | Db,
  annoncees: SeancesAnnoncees,
  today: Jour,
): Promise<Jour | null> {
  const tenues = await tx.seance.findMany({
    where: { closeLe: null, cloture: { gte: toDate(today) } },
    select: { jour: true, cloture: true },
  })
  const lues = tenues.map(({ jour, cloture }) => ({ jour: fromDate(jour), cloture: fromDate(cloture) }))
  return premiereSeance(lues, annoncees, today)
}

/** Days before a séance at which its list closes where its officer says nothing: the most that a campagne in course asks. */
export async function clotureSeanceJours(tx: Tx | Db): Promise<number> {
  const campagnes = await tx.campagne.findMany({
    where: { etat: { in: ['OUVERTE', 'FERMEE'] } },
    select: { dispositif: true, reglages: true },
  })
  const jours = campagnes.map(({ dispositif, reglages }) => lireReglages(reglages, dispositif).clotureSeanceJours)
  return jours.length > 0 ? Math.max(...jours) : REGLAGES_PAR_DEFAUT.MEI.clotureSeanceJours
}
