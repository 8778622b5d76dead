import type ExcelJS from 'exceljs'
import { enEuros } from '#domain/budget/montant'
import { toDate } from '#domain/temps/jour'
import type { Formule } from '#reports/page'
import type { Format, Valeur } from '#reports/sheet'

/** How each kind of value is shown by a spreadsheet. */
export const CODES: Record<Format, string> = {
  texte: '@',
  euros: '#,##0.00 "€"',
  date: 'dd/mm/yyyy',
  entier: '#,##0',
  nombre: 'General',
  pourcent: '0.0 %',
}

/** What stands at the right of its column, its heading with it. */
export const A_DROITE: readonly Format[] = ['euros', 'entier', 'nombre', 'pourcent']

/** The face of every cell: a font given without its name has none. */
export const POLICE = { name: 'Calibri', family: 2, size: 11 } as const

/** What Excel allows in one cell and in the name of a sheet. */
const TEXTE_MAX = 32_767
const NOM_MAX = 31

/** What nearly every text is: it begins as a word or a number does, and holds nothing that a cell may not. */
const ORDINAIRE = /^[\dA-Za-zÀ-ÿ][^\p{Cc}\p{Surrogate}\uFFFE\uFFFF]*$/u

/**
 * A text as a cell may hold it: no control character, not too long, and never the beginning of a formula. The apostrophe is written
 * because the file may be saved as .csv one day, where a type of cell no longer protects anyone.
 */
export function texteDeCellule(texte: string): string {
  if (texte.length <= TEXTE_MAX && ORDINAIRE.test(texte)) return texte
  const propre = texte
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
  const sur = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(propre) ? `'${propre}` : propre
  return sur.length <= TEXTE_MAX ? sur : `${sur.slice(0, TEXTE_MAX - 1).replace(/\p{Surrogate}/gu, '')}…`
}

/** A name of sheet that Excel accepts: 31 characters, none of `[ ] : * ? / \`, no apostrophe at an end. */
export const nomDeFeuille = (titre: string): string => {
  const permis = titre.replace(/[[\]:*?/\\\p{Cc}\s]+/gu, ' ').replace(/^[' ]+/, '')
  return permis.slice(0, NOM_MAX).replace(/(?<![' ])[' ]+$/, '') || 'Feuille'
}

/** A value as ExcelJS writes it: cents in euros, a formula with its result beside it. */
export function valeurDeCellule(valeur: Valeur | Formule, format: Format): ExcelJS.CellValue {
  if (valeur === null) return null
  if (typeof valeur === 'bigint') return enEuros(valeur)
  if (typeof valeur === 'number') return Number.isFinite(valeur) ? valeur : null
  if (typeof valeur === 'string') return format === 'date' ? toDate(valeur) : texteDeCellule(valeur)
  if (valeur instanceof Date) return valeur
  const { formule: formula, resultat } = valeur
  return { formula, result: typeof resultat === 'bigint' ? enEuros(resultat) : resultat, date1904: false }
}
