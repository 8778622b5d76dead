import type ExcelJS from 'exceljs'
import { miseEnPage, repeter } from '#fichiers/classeur/impression'
import { garderSaisies } from '#fichiers/classeur/saisie-de-classeur'
import { A_DROITE, CODES, nomDeFeuille, POLICE, valeurDeCellule } from '#fichiers/classeur/valeur-de-cellule'
import type { AllureDeLigne, Case, Page } from '#reports/page'
import type { Format } from '#reports/sheet'

const FILET = { style: 'thin', color: { argb: 'FF6B7A90' } } as const
const LEGER = { style: 'hair', color: { argb: 'FFB8C2D0' } } as const
const uni = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

/** How each kind of line looks. The colours are those of the application; nothing is said by a colour alone. */
const ALLURES: Record<AllureDeLigne, { style: Partial<ExcelJS.Style>; hauteur?: number }> = {
  titre: { style: { font: { ...POLICE, bold: true, size: 18, color: { argb: 'FF1F3A5F' } } }, hauteur: 28 },
  dit: { style: { font: { ...POLICE, color: { argb: 'FF44546A' } } } },
  entete: {
    style: {
      font: { ...POLICE, bold: true },
      fill: uni('FFE8EDF5'),
      border: { bottom: FILET },
      alignment: { wrapText: true, vertical: 'middle' },
    },
  },
  groupe: {
    style: { font: { ...POLICE, bold: true, color: { argb: 'FF1F3A5F' } }, border: { bottom: FILET } },
    hauteur: 22,
  },
  ligne: { style: { font: POLICE, border: { bottom: LEGER }, alignment: { wrapText: true, vertical: 'top' } } },
  total: { style: { font: { ...POLICE, bold: true }, border: { top: FILET } } },
  signature: { style: { font: POLICE, border: { bottom: LEGER }, alignment: { vertical: 'bottom' } }, hauteur: 40 },
}

/** Points of one line of text, and what a line of heads has around its own. */
const INTERLIGNE = 15
const MARGE = 6

/** Room for the longest head once it is folded in its column; bold letters are wide. */
const hauteurDEntete = (cases: readonly Case[], largeurs: readonly number[]): number => {
  const lignes = cases.map((une, i) => (typeof une?.valeur === 'string' ? une.valeur.length / ((largeurs[i] ?? 1) - 2) : 1)) // prettier-ignore
  return INTERLIGNE * Math.ceil(Math.max(1, ...lignes)) + MARGE
}

/** A number stands at the right of its column, its head with it; a text a little off what stands before it. */
const placement = (format: Format, rang: number): Partial<ExcelJS.Alignment> => {
  if (A_DROITE.includes(format)) return { horizontal: 'right' }
  return rang === 0 ? {} : { horizontal: 'left', indent: 1 }
}

/**
 * One style for each way a cell looks, shared by all that look so: ExcelJS knows again an object it has seen, and would else write each of them out to
 * compare it.
 */
const stylesDe = (allure: AllureDeLigne) => {
  const faits = new Map<string, Partial<ExcelJS.Style>>()
  const { style } = ALLURES[allure]
  return (format: Format, place: Partial<ExcelJS.Alignment>): Partial<ExcelJS.Style> => {
    const cle = JSON.stringify([format, place])
    const fait = faits.get(cle) ?? { ...style, alignment: { ...style.alignment, ...place }, numFmt: CODES[format] }
    faits.set(cle, fait)
    return fait
  }
}

/** Writes a page and gives its names to the workbook. `titre` and `creeLe` stand at the foot of what is printed. */
export function ecrirePage(
  classeur: ExcelJS.stream.xlsx.WorkbookWriter,
  { title, largeurs, lignes, repetee, noms = [], saisies = [] }: Page,
  { titre, creeLe }: { titre: string; creeLe: Date },
): void {
  const nom = nomDeFeuille(title)
  const page = classeur.addWorksheet(nom, { views: [{ showGridLines: false }], ...miseEnPage(titre, creeLe) })
  page.columns = largeurs.map((width) => ({ width }))
  const styles = new Map<AllureDeLigne, ReturnType<typeof stylesDe>>()
  for (const [rang, { allure, cases }] of lignes.entries()) {
    const ligne = page.addRow(cases.map((une) => une && valeurDeCellule(une.valeur, une.format ?? 'texte')))
    const { hauteur } = ALLURES[allure]
    const styleDe = styles.get(allure) ?? stylesDe(allure)
    styles.set(allure, styleDe)
    const sous = allure === 'entete' ? lignes.find((une, i) => i > rang && une.allure !== 'groupe') : null
    ligne.eachCell({ includeEmpty: true }, (cellule, i) => {
      const format = cases[i - 1]?.format ?? 'texte'
      const place = placement((allure === 'entete' ? sous?.cases[i - 1]?.format : format) ?? 'texte', i - 1)
      cellule.style = styleDe(format, place)
    })
    if (allure === 'entete') ligne.height = hauteurDEntete(cases, largeurs)
    else if (hauteur !== undefined) ligne.height = hauteur
    ligne.commit()
  }
  garderSaisies(page, saisies)
  if (repetee !== undefined) repeter(page, repetee)
  for (const { nom: nomme, cellule } of noms) classeur.definedNames.add(`'${nom}'!${cellule}`, nomme)
  page.commit()
}
