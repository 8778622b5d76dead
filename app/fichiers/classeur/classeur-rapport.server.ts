import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { setImmediate as pause } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { enEuros } from '#domain/budget/montant'
import { lettresDe } from '#domain/budget/lecture/grille'
import { joindreGraphiques } from '#fichiers/classeur/joindre-graphiques'
import { miseEnPage, repeter } from '#fichiers/classeur/impression'
import { ecrirePage } from '#fichiers/classeur/page-de-classeur'
import { garderSaisies } from '#fichiers/classeur/saisie-de-classeur'
import {
  A_DROITE,
  CODES,
  nomDeFeuille,
  POLICE,
  texteDeCellule,
  valeurDeCellule,
} from '#fichiers/classeur/valeur-de-cellule'
import type { Page, Saisie } from '#reports/page'
import type { FeuilleAEcrire, Valeur } from '#reports/sheet'

export type ClasseurAEcrire = {
  titre: string
  creeLe: Date
  /** Who asked for it, as the properties of the file name them; the service where nobody is said. */
  auteur?: string
  /** In the order of their tabs: what is filtered like a table, and what is read like a page. */
  feuilles: readonly (FeuilleAEcrire | Page)[]
  /** Rows expected in all, for the progress bar. */
  total?: number
}

/** Called now and then while rows are written, and once at the end. */
export type OnProgress = (lignesEcrites: number, total: number) => void | Promise<void>

const LARGEUR = 16
/**
 * Rows between two turns of the event loop. ExcelJS never waits for its zip, and the zip takes one block of 64 kB a turn: fifty rows of a
 * rapport are less than one, so that nothing heaps up.
 */
const LIGNES_PAR_TOUR = 50
const TOURS_PAR_PAS = 5

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
  { titre, creeLe, auteur = 'MCEI', feuilles, total = 0 }: ClasseurAEcrire,
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
      creator: texteDeCellule(auteur),
      lastModifiedBy: texteDeCellule(auteur),
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
    const pied = { titre, creeLe }
    for (const feuille of feuilles) {
      if ('lignes' in feuille) ecrirePage(classeur, feuille, pied)
      else await Promise.race([ecrireFeuille({ classeur, pied }, feuille, avancer), panne])
    }
    await Promise.race([classeur.commit(), panne])
    await illustrer(part, feuilles)
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

/** Adds to a written workbook the charts of its pages, where they have some. */
async function illustrer(chemin: string, feuilles: ClasseurAEcrire['feuilles']): Promise<void> {
  const pages = feuilles.flatMap((page, i) =>
    'lignes' in page && page.graphiques && page.graphiques.length > 0 ? [{ rang: i + 1, page }] : [],
  )
  if (pages.length === 0) return
  const illustre = `${chemin}.illustre`
  try {
    await joindreGraphiques(chemin, illustre, pages)
    await rename(illustre, chemin)
  } finally {
    await rm(illustre, { force: true })
  }
}

type Ou = { classeur: ExcelJS.stream.xlsx.WorkbookWriter; pied: { titre: string; creeLe: Date } }

async function ecrireFeuille(
  { classeur, pied: { titre, creeLe } }: Ou,
  { title, columns, rows, imprimees = columns.length }: FeuilleAEcrire,
  avancer: () => Promise<void>,
): Promise<void> {
  const page = classeur.addWorksheet(nomDeFeuille(title), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    ...miseEnPage(titre, creeLe),
  })
  repeter(page, 1)
  page.columns = columns.map(({ width = LARGEUR, format = 'texte' }) => ({ width, style: { numFmt: CODES[format] } }))
  const entete = page.addRow(columns.map(({ header }) => header))
  entete.font = { ...POLICE, bold: true }
  entete.eachCell((cellule, i) => {
    cellule.numFmt = CODES.texte
    if (A_DROITE.includes(columns[i - 1]?.format ?? 'texte')) cellule.alignment = { horizontal: 'right' }
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
    const ligne = page.addRow(valeurs.map((valeur, i) => valeurDeCellule(valeur, formats[i] ?? 'texte')))
    ligne.eachCell({ includeEmpty: true }, (cellule, i) => {
      cellule.style = styles[i - 1] ?? {}
    })
    ligne.commit()
    for (const i of totaux) sommes[i] = ajouter(sommes[i], montantDe(valeurs[i] ?? null))
    await avancer()
  }
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: derniere, column: columns.length } }
  garderSaisies(page, saisiesDe(columns, derniere))
  if (totaux.length > 0) ecrireTotaux(page, { columns, styles, sommes, derniere })
  const bas = derniere + (totaux.length > 0 ? 1 : 0)
  if (imprimees < columns.length) page.pageSetup.printArea = `A$1:${lettresDe(imprimees)}$${bas}`
  page.commit()
}

/** The cells that are filled in by hand, column by column, and what they may hold. */
function saisiesDe(columns: FeuilleAEcrire['columns'], derniere: number): Saisie[] {
  const PREMIERE = 2
  return columns.flatMap(({ auPlus }, i): Saisie[] => {
    const borne = columns.findIndex(({ header }) => header === auPlus) + 1
    if (borne === 0 || derniere < PREMIERE) return []
    return [{ sorte: 'MONTANT', lettre: lettresDe(i + 1), premiere: PREMIERE, derniere, auPlus: `${lettresDe(borne)}${PREMIERE}` }] // prettier-ignore
  })
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
    cellule.style = { ...styles[i - 1], font: { ...POLICE, bold: true } }
  })
  ligne.font = { ...POLICE, bold: true }
  ligne.commit()
}
