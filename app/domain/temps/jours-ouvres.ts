import { addDays, type Jour, jourDe, toDate } from '#domain/temps/jour'

const FIXES = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

/** Easter Sunday by the Gregorian computus (Meeus). */
export function paques(annee: number): Jour {
  const a = annee % 19
  const b = Math.floor(annee / 100)
  const c = annee % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return jourDe(annee, Math.floor(f / 31), (f % 31) + 1) ?? `${annee}-04-01`
}

/** The eleven public holidays of mainland France in that year, in order (code du travail L3133-1; not those of Alsace-Moselle). */
export function joursFeries(annee: number): Jour[] {
  const easter = paques(annee)
  return [...FIXES.map((md) => `${annee}-${md}`), addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)].sort()
}

/** The days on which the service is closed by its own choice (a bridge, the end of the year), whatever their year. */
export type Fermetures = ReadonlySet<Jour>

/** Monday to Friday, public holidays apart: a day that the law lets one work. */
export function estOuvrable(jour: Jour): boolean {
  const weekday = toDate(jour).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !joursFeries(Number(jour.slice(0, 4))).includes(jour)
}

/** A day on which the service works: the days that count in the working-day delays of docs/domaine.md § 7.2. */
export const estOuvre = (jour: Jour, fermetures: Fermetures): boolean => estOuvrable(jour) && !fermetures.has(jour)

/** The n-th working day after `jour`, which is not counted itself: 03/04/2024 + 10 gives 17/04/2024. */
export function addJoursOuvres(jour: Jour, n: number, fermetures: Fermetures): Jour {
  let current = jour
  for (let left = n; left > 0;) {
    current = addDays(current, 1)
    if (estOuvre(current, fermetures)) left -= 1
  }
  return current
}
