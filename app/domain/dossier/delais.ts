import { addDays, addMonths, compareJours, daysBetween, type Jour } from '#domain/temps/jour'
import { addJoursOuvres } from '#domain/temps/jours-ouvres'

/** Working days to send the electronic receipt (CRPA R112-11-2). */
const JOURS_ACCUSE = 10

/** Silence for this long rejects a request for money (CRPA L231-4, 3°). */
const MOIS_REJET = 2

/** Days before the implicit rejection from which it is shown as near (domain.md § 7.3). */
export const JOURS_ALERTE = 15

/** A request for missing pièces: the clock stands still from its sending to its limit, or to the last pièce if sooner (CRPA L114-5). */
export type Suspension = { du: Jour; limite: Jour; leveeLe?: Jour | null }

/** Last day to send the accusé de réception of a deposit. */
export const accuseDuLe = (deposeLe: Jour): Jour => addJoursOuvres(deposeLe, JOURS_ACCUSE)

const finDe = ({ limite, leveeLe }: Suspension): Jour =>
  leveeLe && compareJours(leveeLe, limite) < 0 ? leveeLe : limite

/** Days during which the clock stood still; two requests that overlap count once. */
export function joursSuspendus(suspensions: readonly Suspension[]): number {
  let total = 0
  let compteJusquAu: Jour | null = null
  for (const suspension of [...suspensions].sort((a, b) => compareJours(a.du, b.du))) {
    const fin = finDe(suspension)
    const du: Jour = compteJusquAu && compareJours(compteJusquAu, suspension.du) > 0 ? compteJusquAu : suspension.du
    if (compareJours(fin, du) <= 0) continue
    total += daysBetween(du, fin)
    compteJusquAu = fin
  }
  return total
}

/** Day on which silence becomes a rejection: deposit + 2 months, from day to day, + the days suspended (domain.md § 7.3). */
export const rejetImpliciteLe = (deposeLe: Jour, suspensions: readonly Suspension[] = []): Jour =>
  addDays(addMonths(deposeLe, MOIS_REJET), joursSuspendus(suspensions))

/** Days left before the implicit rejection; 0 on the day itself, negative after. */
export const joursAvantRejet = (rejetLe: Jour, today: Jour): number => daysBetween(today, rejetLe)

export type NiveauDelai = 'LOINTAIN' | 'PROCHE' | 'DEPASSE'

/** Amber from 15 days before, red once passed without a decision. */
export function niveauDelai(rejetLe: Jour, today: Jour): NiveauDelai {
  const jours = joursAvantRejet(rejetLe, today)
  if (jours < 0) return 'DEPASSE'
  return jours <= JOURS_ALERTE ? 'PROCHE' : 'LOINTAIN'
}

/** A deposit is late when it comes after the last day of the campagne (that day counts whole). */
export const estHorsDelai = (recuLe: Jour, echeance: Jour | null): boolean =>
  echeance !== null && compareJours(recuLe, echeance) > 0
