import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { setImmediate as pause } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { enEuros } from '#domain/budget/montant'
import { lettresDe } from '#domain/budget/lecture/grille'
import { toDate } from '#domain/temps/jour'
import type { FeuilleAEcrire, Format, Valeur } from '#reports/sheet'

export type ClasseurAEcrire = {
  titre: string
  creeLe: Date
  feuilles: readonly FeuilleAEcrire[]
  /** Rows expected in all, for the progress bar. */
  total?: number
}

/** Called now and then while rows are written, and once at the end. */
export type OnProgress = (lignesEcrites: number, total: number) => void | Promise<void>

const CODES: Record<Format, string> = {
  texte: '@',
  euros: '#,##0.00 "€"',
  date: 'dd/mm/yyyy',
  entier: '#,##0',
  nombre: 'General',
  pourcent: '0.0 %',
}
const LARGEUR = 16
/**
 * Rows between two turns of the event loop. ExcelJS never waits for its zip, and the zip takes one block of 64 kB a turn: fifty rows of a
 * rapport are less than one, so that nothing heaps up.
 */
const LIGNES_PAR_TOUR = 50
const TOURS_PAR_PAS = 5

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

function valeurDeCellule(valeur: Valeur, format: Format, ligne: number): ExcelJS.CellValue {
  if (valeur === null) return null
  if (typeof valeur === 'bigint') return enEuros(valeur)
  if (typeof valeur === 'number') return Number.isFinite(valeur) ? valeur : null
  if (typeof valeur === 'string') return format === 'date' ? toDate(valeur) : texteDeCellule(valeur)
  if (valeur instanceof Date) return valeur
  return { formula: valeur.formule(ligne), result: enEuros(valeur.resultat), date1904: false }
}

const montantDe = (valeur: Valeur): bigint | number => {
  if (typeof valeur === 'bigint' || typeof valeur === 'number') return valeur
  return 0
}

/**
 * Writes a workbook row by row (memory stays flat), then gives the file its name: a reader sees the whole workbook or none. Headings are
 * frozen and filtered, columns typed, totals are formulas that carry their result. Gives the number of rows written.
 */
export async function ecrireClasseur(
  chemin: string,
  { titre, creeLe, feuilles, total = 0 }: ClasseurAEcrire,
  onProgress: OnProgress = () => undefined,
): Promise<{ lignes: number }> {
  const part = `${chemin}.part`
  const flux = createWriteStream(part)
  const panne = once(flux, 'error').then(([error]) => Promise.reject(error as Error))
  try {
    await Promise.race([once(flux, 'open'), panne])
    const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: flux, useStyles: true, useSharedStrings: false })
    Object.assign(classeur, {
      title: texteDeCellule(titre),
      creator: 'MCEI',
      lastModifiedBy: 'MCEI',
      created: creeLe,
      modified: creeLe,
    })
    let lignes = 0
    const avancer = async () => {
      lignes += 1
      if (lignes % LIGNES_PAR_TOUR > 0) return
      if (lignes % (LIGNES_PAR_TOUR * TOURS_PAR_PAS) === 0) await onProgress(lignes, Math.max(total, lignes))
      await pause()
    }
    for (const feuille of feuilles) await Promise.race([ecrireFeuille(classeur, feuille, avancer), panne])
    await Promise.race([classeur.commit(), panne])
    await rename(part, chemin)
    await onProgress(lignes, lignes)
    return { lignes }
  } catch (error) {
    flux.destroy()
    await rm(part, { force: true })
    throw error
  } finally {
    panne.catch(() => undefined)
  }
}

async function ecrireFeuille(
  classeur: ExcelJS.stream.xlsx.WorkbookWriter,
  { title, columns, rows }: FeuilleAEcrire,
  avancer: () => Promise<void>,
): Promise<void> {
  const page = classeur.addWorksheet(nomDeFeuille(title), { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  page.columns = columns.map(({ width = LARGEUR, format = 'texte' }) => ({ width, style: { numFmt: CODES[format] } }))
  const entete = page.addRow(columns.map(({ header }) => header))
  entete.font = { bold: true }
  entete.eachCell((cellule) => {
    cellule.numFmt = CODES.texte
    cellule.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF5' } }
  })
  entete.commit()

  // One style per column, shared by its cells: ExcelJS knows again an object it has seen, and would else make one for each cell.
  const formats = columns.map(({ format = 'texte' }) => format)
  const styles = formats.map((format): Partial<ExcelJS.Style> => ({ numFmt: CODES[format] }))
  for (const colonne of page.columns) colonne.style = {}
  const sommes: (bigint | number)[] = columns.map(({ format }) => (format === 'euros' ? 0n : 0))
  const totaux = columns.flatMap(({ total }, i) => (total ? [i] : []))
  let derniere = 1
  for await (const valeurs of rows()) {
    derniere += 1
    const ligne = page.addRow(valeurs.map((valeur, i) => valeurDeCellule(valeur, formats[i] ?? 'texte', derniere)))
    ligne.eachCell({ includeEmpty: true }, (cellule, i) => {
      cellule.style = styles[i - 1] ?? {}
    })
    ligne.commit()
    for (const i of totaux) sommes[i] = ajouter(sommes[i], montantDe(valeurs[i] ?? null))
    await avancer()
  }
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: derniere, column: columns.length } }
  if (totaux.length > 0) ecrireTotaux(page, { columns, styles, sommes, derniere })
  page.commit()
}

const ajouter = (somme: bigint | number | undefined, valeur: bigint | number): bigint | number =>
  typeof somme === 'bigint' ? somme + BigInt(valeur) : (somme ?? 0) + Number(valeur)

type Totaux = {
  columns: FeuilleAEcrire['columns']
  styles: Partial<ExcelJS.Style>[]
  sommes: (bigint | number)[]
  derniere: number
}

/** SUBTOTAL(109) follows the filter; the result beside it is what a viewer that never calculates shows. */
function ecrireTotaux(page: ExcelJS.Worksheet, { columns, styles, sommes, derniere }: Totaux) {
  const ligne = page.addRow(
    columns.map(({ total }, i): ExcelJS.CellValue => {
      if (!total) return i === 0 ? 'Total' : null
      const somme = sommes[i] ?? 0
      const result = typeof somme === 'bigint' ? enEuros(somme) : somme
      const lettres = lettresDe(i + 1)
      return derniere === 1
        ? result
        : { formula: `SUBTOTAL(109,${lettres}2:${lettres}${derniere})`, result, date1904: false }
    }),
  )
  ligne.eachCell({ includeEmpty: true }, (cellule, i) => {
    cellule.style = { ...styles[i - 1], font: { bold: true } }
  })
  ligne.font = { bold: true }
  ligne.commit()
}
