import type { Reglages } from '#domain/campagne/reglages'
import { clotureProposee } from '#domain/seance/seance'
import { addDays, compareJours, type Jour } from '#domain/temps/jour'

/** Days between a séance and the day its decision is in force and told, at the least: a departure before is helped too late (docs/domaine.md § 8.5). */
const JOURS_APRES_SEANCE = 15

/** A departure beside the séance that is to vote on it: `tot` when it comes before `limite`, the first day that its decision can reach its demandeur by. */
export type DepartEtSeance = { depart: Jour; seance: Jour; limite: Jour; tot: boolean }

/** Null when either day is not known, or once the departure has come: nothing can be helped any more. */
export function departEtSeance(
  { depart, seance }: { depart: Jour | null; seance: Jour | null },
  today: Jour,
): DepartEtSeance | null {
  if (!depart || !seance || compareJours(depart, today) <= 0) return null
  const limite = addDays(seance, JOURS_APRES_SEANCE)
  return { depart, seance, limite, tot: compareJours(depart, limite) < 0 }
}

/** What the règlement of a campagne says of the séances: those it announces, and how many days before them their list closes. */
export type SeancesAnnoncees = Pick<Reglages, 'seancesCp' | 'clotureSeanceJours'>

/** The séances kept here whose list is not frozen, each with its last day. */
export type SeanceTenue = { jour: Jour; cloture: Jour }

/** The first séance to whose list something may still be put, today included; null where none is known. */
export function premiereSeance(
  tenues: readonly SeanceTenue[],
  { seancesCp, clotureSeanceJours }: SeancesAnnoncees,
  today: Jour,
): Jour | null {
  const annoncees = seancesCp.map((jour) => ({ jour, cloture: clotureProposee(jour, clotureSeanceJours) }))
  const prises = [...tenues, ...annoncees]
    .filter(({ cloture }) => compareJours(cloture, today) >= 0)
    .map(({ jour }) => jour)
  return prises.sort(compareJours)[0] ?? null
}
