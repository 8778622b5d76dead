import { compter, formatEntier } from '#domain/nombre'
import { joursAvantRejet } from '#domain/dossier/delais'
import { daysBetween, formatJour, type Jour } from '#domain/temps/jour'

/** Days of the past that are counted; beyond, the date alone says more: nobody counts in « 521 jours ». */
const JOURS_COMPTES = 60

const seCompte = (jours: number): boolean => jours <= JOURS_COMPTES

/** « aujourd’hui », « hier », « il y a 12 j »: how long ago, in a column; null where the date alone is said. */
export function ilYA(jour: Jour, aujourdhui: Jour): string | null {
  const jours = daysBetween(jour, aujourdhui)
  if (jours <= 0) return 'aujourd’hui'
  if (jours === 1) return 'hier'
  return seCompte(jours) ? `il y a ${formatEntier(jours)}\u00a0j` : null
}

/** « rejet dans 12 j », « rejet depuis 3 j », « rejet le 12/06/2025 »: the day of an implicit rejection, in a column. */
export function rejetCourt(rejetLe: Jour, aujourdhui: Jour): string {
  const jours = joursAvantRejet(rejetLe, aujourdhui)
  if (jours > 0) return `rejet dans ${formatEntier(jours)}\u00a0j`
  if (jours === 0) return 'rejet aujourd’hui'
  return seCompte(-jours) ? `rejet depuis ${formatEntier(-jours)}\u00a0j` : `rejet le ${formatJour(rejetLe)}`
}

/** « Rejet implicite dans 12 jours », « Rejet implicite depuis 3 jours », « Rejet implicite le 12/06/2025 »: the same in a sentence. */
export function rejetDit(rejetLe: Jour, aujourdhui: Jour): string {
  const jours = joursAvantRejet(rejetLe, aujourdhui)
  if (jours > 0) return `Rejet implicite dans ${compter(jours, 'jour')}`
  if (jours === 0) return 'Rejet implicite aujourd’hui'
  if (!seCompte(-jours)) return `Rejet implicite le ${formatJour(rejetLe)}`
  return `Rejet implicite depuis ${compter(-jours, 'jour')}`
}

/** The same with its date, and whether the clock stands still: « Rejet implicite dans 12 jours (03/12/2026, délai suspendu) ». */
export function rejetDate(rejetLe: Jour, aujourdhui: Jour, suspendu: boolean): string {
  const dit = rejetDit(rejetLe, aujourdhui)
  const date = formatJour(rejetLe)
  const precisions = [...(dit.endsWith(date) ? [] : [date]), ...(suspendu ? ['délai suspendu'] : [])]
  return precisions.length > 0 ? `${dit} (${precisions.join(', ')})` : dit
}
