import { type Montant, parseMontant } from '#domain/budget/montant'
import { no, ok, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { nettoyer } from '#domain/texte'

/** Why one field of the settings cannot be read. */
export type RefusSaisie =
  | 'JOUR_ILLISIBLE'
  | 'MONTANT_ILLISIBLE'
  | 'NOMBRE_ILLISIBLE'
  | 'MINUTES_ILLISIBLES'
  | 'POURCENT_ILLISIBLE'
  | 'TEXTE_MANQUANT'
  | 'TEXTE_TROP_LONG'
  | 'COURRIEL_ILLISIBLE'

/** One field as typed, read; what was left empty is null, where the règlement may say nothing. */
export type Lu<T> = Result<T, RefusSaisie>

/** `33,5` for a share of 0.335: how a form shows it. */
export const enPourcent = (part: number | null) =>
  part === null ? '' : String(Math.round(part * 10_000) / 100).replace('.', ',')

const LONGUEUR_MAX = 200

/** One line; `obligatoire` refuses an empty one. */
export const texte = (saisi: string, obligatoire: boolean): Lu<string> => {
  const lu = nettoyer(saisi)
  if (obligatoire && lu === '') return no('TEXTE_MANQUANT')
  return lu.length > LONGUEUR_MAX ? no('TEXTE_TROP_LONG') : ok(lu)
}

export const jour = (saisi: string): Lu<Jour | null> => {
  if (saisi.trim() === '') return ok(null)
  const lu = jourSaisi(saisi)
  return lu.ok ? lu : no('JOUR_ILLISIBLE')
}

export const montant = (saisi: string): Lu<Montant | null> => {
  if (saisi.trim() === '') return ok(null)
  const lu = parseMontant(saisi)
  return lu !== null && lu >= 0n && lu <= 100_000_000_000n ? ok(lu) : no('MONTANT_ILLISIBLE')
}

/** A whole number of at least 1, and of `max` at most. */
export const jours = (saisi: string, max: number): Lu<number> => {
  const n = /^\d{1,4}$/.test(saisi.trim()) ? Number(saisi) : 0
  return n >= 1 && n <= max ? ok(n) : no('NOMBRE_ILLISIBLE')
}

/** A wait of a day at most; 0 is none. */
export const minutes = (saisi: string): Lu<number> => {
  const n = /^\d{1,4}$/.test(saisi.trim()) ? Number(saisi) : Number.NaN
  return n <= 1_440 ? ok(n) : no('MINUTES_ILLISIBLES')
}

export const nombre = (saisi: string): Lu<number | null> => (saisi.trim() === '' ? ok(null) : jours(saisi, 9_999))

/** `80`, `33,5 %`: a share from 0 to 1. */
export const pourcent = (saisi: string): Lu<number | null> => {
  const typed = saisi
    .trim()
    .replace(/(?<!\s)\s*%$/, '')
    .replace(',', '.')
  if (typed === '') return ok(null)
  return /^\d{1,3}(\.\d{1,2})?$/.test(typed) && Number(typed) <= 100
    ? ok(Number(typed) / 100)
    : no('POURCENT_ILLISIBLE')
}

/** What may not be left empty. */
export const requis = <T>(result: Lu<T | null>, reason: RefusSaisie): Lu<T> =>
  !result.ok ? result : result.value === null ? no(reason) : ok(result.value)
