/** A calendar day written `2025-04-20`: no hour, no zone. Sorting the strings sorts the days. */
export type Jour = string

const JOUR_MS = 86_400_000
const MOIS = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
]

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** The day of these numbers (month 1–12), or null when the calendar has no such day: 31/02, month 20. */
export function jourDe(annee: number, mois: number, jour: number): Jour | null {
  const date = new Date(Date.UTC(annee, mois - 1, jour))
  const exists = date.getUTCFullYear() === annee && date.getUTCMonth() === mois - 1 && date.getUTCDate() === jour
  return exists && annee >= 1900 && annee <= 2199 ? `${pad(annee, 4)}-${pad(mois)}-${pad(jour)}` : null
}

/**
 * A spreadsheet's day number. The 1900 system believes in a 29/02/1900 (serial 60), which is refused;
 * `systeme1904` is the setting of workbooks born on old Macs.
 */
export function jourDuTableur(serie: number, systeme1904 = false): Jour | null {
  const n = Math.floor(serie)
  if (!Number.isFinite(serie) || n < (systeme1904 ? 0 : 1) || n > 109_000) return null
  if (systeme1904) return fromDate(new Date(Date.UTC(1904, 0, 1) + n * JOUR_MS))
  if (n === 60) return null
  return fromDate(new Date(Date.UTC(1899, 11, n > 60 ? 30 : 31) + n * JOUR_MS))
}

/**
 * Reads a day as listings and forms write it (docs/domaine.md § 5): `3/4/2024` is 3 April (the day is always first),
 * with `/` `-` `.` or spaces, two- or four-digit year, `1er juin 2025`, ISO day or instant (an instant gives its day in Paris),
 * or a spreadsheet's number. An hour after the day is ignored. Null when it is not a day of the calendar: `4/20/2024` is refused.
 */
export function parseJour(valeur: string | number, { systeme1904 = false } = {}): Jour | null {
  if (typeof valeur === 'number') return jourDuTableur(valeur, systeme1904)
  const texte = valeur.replace(/[\s\u200B]+/gu, ' ').trim()
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{2}:\d{2}.*))?$/.exec(texte)
  if (iso) {
    const [, annee, mois, jour, heure = ''] = iso
    const date = jourDe(Number(annee), Number(mois), Number(jour))
    return date !== null && /(Z|[+-]\d{2}:?\d{2})$/i.test(heure) ? parseInstant(texte) : date
  }
  const sansHeure = texte.replace(HEURE, '')
  const numerique = /^(\d{1,2})([/. -])(\d{1,2})\2(\d{4}|\d{2})$/.exec(sansHeure)
  if (numerique) return jourDe(siecle(numerique[4] ?? ''), Number(numerique[3]), Number(numerique[1]))
  if (/^\d{5}$/.test(texte)) return jourDuTableur(Number(texte), systeme1904)
  return parseJourEnLettres(sansHeure)
}

/** An hour after a day: ` 14:32:05`, `, à 14 h 30`, ` 14h`. */
const HEURE =
  /(?:,| -)? ?(?:à |a )?(?<![\d/.-])\d{1,2} ?(?::\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?|h ?(?:\d{2})?)(?: ?[ap]m)?$/i

const siecle = (annee: string) => (annee.length === 2 ? 2000 + Number(annee) : Number(annee))

function parseInstant(texte: string): Jour | null {
  const date = new Date(texte.replace(' ', 'T'))
  return Number.isNaN(date.getTime()) ? null : jourDeParis(date)
}

function parseJourEnLettres(texte: string): Jour | null {
  const plain = texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const lu = /^(?:[a-z]+\.? )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4}|\d{2})$/.exec(plain)
  const mois = lu ? MOIS.findIndex((noms) => noms.includes(lu[2] ?? '')) : -1
  return lu && mois >= 0 ? jourDe(siecle(lu[3] ?? ''), mois + 1, Number(lu[1])) : null
}

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

function parisDe(instant: Date): { jour: Jour; heure: number } {
  const parts = Object.fromEntries(PARIS.formatToParts(instant).map(({ type, value }) => [type, value]))
  return { jour: `${parts['year']}-${parts['month']}-${parts['day']}`, heure: Number(parts['hour']) }
}

/** The day it is in Paris at this instant: the only place where an instant becomes a day. */
export const jourDeParis = (instant: Date): Jour => parisDe(instant).jour

/** The instant at which this day begins in Paris, summer time or not. */
export function debutDeJournee(jour: Jour): Date {
  const midnight = toDate(jour).getTime()
  const summer = new Date(midnight - 2 * 3_600_000)
  const paris = parisDe(summer)
  return paris.jour === jour && paris.heure === 0 ? summer : new Date(midnight - 3_600_000)
}

/** The last millisecond of this day in Paris: an échéance of that day is met until then (docs/domaine.md § 5). */
export const finDeJournee = (jour: Jour): Date => new Date(debutDeJournee(addDays(jour, 1)).getTime() - 1)

/** Midnight UTC of the day: what a `date` column of the database holds. */
export const toDate = (jour: Jour): Date => new Date(`${jour}T00:00:00.000Z`)

/** The day of a `date` column (midnight UTC). For an instant, use {@link jourDeParis}. */
export const fromDate = (date: Date): Jour => date.toISOString().slice(0, 10)

/** Negative when `a` is before `b`. */
export const compareJours = (a: Jour, b: Jour): number => (a < b ? -1 : a > b ? 1 : 0)

export const addDays = (jour: Jour, n: number): Jour => fromDate(new Date(toDate(jour).getTime() + n * JOUR_MS))

/** Whole days from `a` to `b`, negative when `b` is before. */
export const daysBetween = (a: Jour, b: Jour): number =>
  Math.round((toDate(b).getTime() - toDate(a).getTime()) / JOUR_MS)

/** Month arithmetic from day to day, stopped at the end of a shorter month: 31/12 + 2 months is the last of February (§ 7.3). */
export function addMonths(jour: Jour, n: number): Jour {
  const from = toDate(jour)
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n + 1, 0))
  return fromDate(
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(from.getUTCDate(), last.getUTCDate()))),
  )
}

/** `20/04/2025`. */
export const formatJour = (jour: Jour): string => jour.split('-').reverse().join('/')

const LONG = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })

/** `13 juin 2025`; the first of a month is `1er juin 2025`, which Intl does not know. */
export const formatJourLong = (jour: Jour): string => LONG.format(toDate(jour)).replace(/^1 /, '1er ')
