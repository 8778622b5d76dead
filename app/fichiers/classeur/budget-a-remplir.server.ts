import ExcelJS from 'exceljs'
import type { Cote } from '#domain/budget/budget'
import { enEuros, type Montant, somme } from '#domain/budget/montant'
import {
  type GroupeDuPlan,
  LIGNE_DU_DEPARTEMENT,
  type LigneDuPlan,
  PLAN_DU_BUDGET,
  SUBVENTIONS_DU_PLAN,
} from '#domain/budget/plan'
import { CODES, POLICE, texteDeCellule } from '#fichiers/classeur/valeur-de-cellule'
import { ETATS_DE_FINANCEMENT, MOTS_DU_BUDGET_A_REMPLIR as MOTS } from '#libelles/budget/budget-a-remplir'

/** Whose budget it is, as the form says it; what is not known is empty. */
export type IdentiteDeBudget = { structure: string; siret: string; titre: string; periode: string; exercice: number }

/** What a line holds, in cents; null for one to fill. */
type MontantDe = (cote: Cote, ligne: LigneDuPlan) => Montant | null

const PREMIERE = 4
const COLONNES: Record<Cote, { code: string; libelle: string; montant: string }> = {
  CHARGES: { code: 'A', libelle: 'B', montant: 'C' },
  PRODUITS: { code: 'D', libelle: 'E', montant: 'F' },
}
const A_REMPLIR = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } } as const
const GRAS = { ...POLICE, bold: true }
const AUTRES_FINANCEURS = 5
const SANS_CLE = { formatColumns: true, formatRows: true } as const

/**
 * The budget of a project as a workbook to fill in (docs/domaine.md § 4.1 and § 4.2): the chart with its sums as formulas, the funders, and whose it is.
 * What `montantDe` knows is in it, and each sum says what it gives already. All but what is to be filled is protected, without a password.
 */
export async function ecrireBudgetARemplir(identite: IdentiteDeBudget, montantDe: MontantDe): Promise<Buffer> {
  const classeur = new ExcelJS.Workbook()
  Object.assign(classeur, { title: MOTS.titre, creator: 'MCEI' })
  const page = classeur.addWorksheet(MOTS.feuilles.budget, { views: [{ state: 'frozen', ySplit: PREMIERE - 1 }] })
  page.columns = [8, 46, 15, 14, 64, 15].map((width) => ({ width }))
  Object.assign(page.pageSetup, { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 1 }) // prettier-ignore
  page.getCell('A1').value = MOTS.titre
  page.getCell('A1').font = { ...POLICE, bold: true, size: 14 }
  page.getCell('A2').value = MOTS.consigne
  const ecrits = { CHARGES: ecrireCote(page, 'CHARGES', montantDe), PRODUITS: ecrireCote(page, 'PRODUITS', montantDe) }
  const nommer = (cellule: string, nom: string) => classeur.definedNames.add(`${MOTS.feuilles.budget}!$${cellule[0] ?? ''}$${cellule.slice(1)}`, nom) // prettier-ignore
  nommer(ecrits.CHARGES.total, 'TOTAL_CHARGES')
  nommer(ecrits.PRODUITS.total, 'TOTAL_PRODUITS')
  nommer(ecrits.CHARGES.nature, 'TOTAL_86')
  nommer(ecrits.PRODUITS.nature, 'TOTAL_87')
  const departement = ecrits.PRODUITS.places.get(LIGNE_DU_DEPARTEMENT.code) ?? ''
  nommer(departement, 'SUBV_CD62')
  ecrireFinanceurs(classeur, ecrits.PRODUITS.places, montantDe)
  ecrireIdentite(classeur, identite, reprise(departement, montantDe('PRODUITS', LIGNE_DU_DEPARTEMENT)))
  await page.protect('', SANS_CLE)
  return Buffer.from(await classeur.xlsx.writeBuffer())
}

/** A cell that follows one of the budget: empty as long as that one is. */
const reprise = (cellule: string, cents: Montant | null): ExcelJS.CellValue => {
  const source = `${MOTS.feuilles.budget}!${cellule}`
  return { formula: `IF(${source}="","",${source})`, result: cents === null ? '' : enEuros(cents), date1904: false }
}

/** Where the sums of a side and the lines that have a code stand. */
type CoteEcrit = { total: string; nature: string; places: Map<string, string> }

/** Both totals stand on one row, whatever the side has above. */
const RANGS = Math.max(
  ...Object.values(PLAN_DU_BUDGET).map(({ groupes }) => groupes.reduce((n, { details }) => n + 1 + details.length, 0)),
)
const RANGS_NATURE = Math.max(...Object.values(PLAN_DU_BUDGET).map(({ nature }) => 1 + nature.details.length))

function ecrireCote(page: ExcelJS.Worksheet, cote: Cote, montantDe: MontantDe): CoteEcrit {
  const { code, libelle, montant } = COLONNES[cote]
  const places = new Map<string, string>()
  const entete = { [code]: MOTS.numero, [libelle]: MOTS.cotes[cote], [montant]: MOTS.montant }
  for (const [colonne, dit] of Object.entries(entete)) {
    page.getCell(`${colonne}${PREMIERE - 1}`).value = dit
    page.getCell(`${colonne}${PREMIERE - 1}`).font = GRAS
  }
  const poser = (rang: number, ligne: LigneDuPlan, valeur: ExcelJS.CellValue, libre: boolean) => {
    const cellules = [page.getCell(`${code}${rang}`), page.getCell(`${libelle}${rang}`), page.getCell(`${montant}${rang}`)] as const // prettier-ignore
    cellules[0].value = ligne.code || null
    cellules[1].value = ligne.libelle
    cellules[1].alignment = { indent: libre ? 1 : 0 }
    cellules[2].value = valeur
    cellules[2].numFmt = CODES.euros
    for (const cellule of cellules) cellule.font = libre ? { ...POLICE } : GRAS
    if (ligne.code) places.set(ligne.code, `${montant}${rang}`)
    if (!libre) return
    cellules[1].protection = { locked: false }
    cellules[2].protection = { locked: false }
    cellules[2].fill = A_REMPLIR
    cellules[2].dataValidation = { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], allowBlank: true, showErrorMessage: true, errorTitle: MOTS.aCorriger, error: MOTS.nombreSeul } // prettier-ignore
  }
  const calculer = (formula: string, cents: Montant) => ({ formula, result: enEuros(cents), date1904: false })
  /** Gives what the group weighs. */
  const poserGroupe = (rang: number, groupe: GroupeDuPlan): Montant => {
    const { details } = groupe
    const saisi = (ligne: LigneDuPlan) => montantDe(cote, ligne)
    const poids = somme((details.length > 0 ? details : [groupe]).map((ligne) => saisi(ligne) ?? 0n))
    if (details.length === 0) poser(rang, groupe, enCellule(saisi(groupe)), true)
    else poser(rang, groupe, calculer(`SUM(${montant}${rang + 1}:${montant}${rang + details.length})`, poids), false)
    for (const [i, ligne] of details.entries()) poser(rang + 1 + i, ligne, enCellule(saisi(ligne)), true)
    return poids
  }

  const { groupes, nature } = PLAN_DU_BUDGET[cote]
  let rang = PREMIERE
  const sommes: { cellule: string; poids: Montant }[] = []
  for (const groupe of groupes) {
    sommes.push({ cellule: `${montant}${rang}`, poids: poserGroupe(rang, groupe) })
    rang += 1 + groupe.details.length
  }
  const aPart = PREMIERE + RANGS
  const total = somme(sommes.map(({ poids }) => poids))
  poser(aPart, { code: '', libelle: MOTS.totaux[cote] }, calculer(sommes.map(({ cellule }) => cellule).join('+'), total), false) // prettier-ignore
  const enNature = poserGroupe(aPart + 1, nature)
  poser(aPart + 1 + RANGS_NATURE, { code: '', libelle: MOTS.totalGeneral }, calculer(`${montant}${aPart}+${montant}${aPart + 1}`, total + enNature), false) // prettier-ignore
  return { total: `${montant}${aPart}`, nature: `${montant}${aPart + 1}`, places }
}

const enCellule = (cents: Montant | null): number | null => (cents === null ? null : enEuros(cents))

/** Each subvention with its amount as the budget says it: only its state is to be told, and its name where several gave. */
function ecrireFinanceurs(classeur: ExcelJS.Workbook, places: ReadonlyMap<string, string>, montantDe: MontantDe) {
  const page = classeur.addWorksheet(MOTS.feuilles.financeurs, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = [44, 18, 18, 14, 14, 14].map((width) => ({ width }))
  page.addRow(MOTS.colonnesDesFinanceurs).font = GRAS
  for (const ligne of SUBVENTIONS_DU_PLAN) {
    const demandee = ligne.code === LIGNE_DU_DEPARTEMENT.code
    const montant = reprise(places.get(ligne.code) ?? '', montantDe('PRODUITS', ligne))
    page.addRow([ligne.libelle, MOTS.types[ligne.code] ?? '', null, montant, demandee ? ETATS_DE_FINANCEMENT[0] : null])
  }
  const derniere = 1 + SUBVENTIONS_DU_PLAN.length + AUTRES_FINANCEURS
  for (let rang = 2; rang <= derniere; rang += 1) {
    page.getCell(`D${rang}`).numFmt = CODES.euros
    page.getCell(`F${rang}`).numFmt = 'dd/mm/yyyy'
    page.getCell(`E${rang}`).dataValidation = { type: 'list', formulae: [`"${ETATS_DE_FINANCEMENT.join(',')}"`], allowBlank: true, showErrorMessage: true, errorTitle: MOTS.aCorriger, error: MOTS.etatDansLaListe } // prettier-ignore
    for (const colonne of ['A', 'B', 'C', 'D', 'E', 'F']) page.getCell(`${colonne}${rang}`).font = { ...POLICE }
    for (const colonne of ['A', 'C', 'E', 'F']) page.getCell(`${colonne}${rang}`).fill = A_REMPLIR
  }
}

function ecrireIdentite(classeur: ExcelJS.Workbook, identite: IdentiteDeBudget, montant: ExcelJS.CellValue) {
  const page = classeur.addWorksheet(MOTS.feuilles.identite)
  page.columns = [34, 60].map((width) => ({ width }))
  const { structure, siret, titre, periode, exercice } = identite
  const faits: [string, ExcelJS.CellValue][] = [
    [MOTS.identite.structure, texteDeCellule(structure)],
    [MOTS.identite.siret, texteDeCellule(siret) || null],
    [MOTS.identite.titre, texteDeCellule(titre) || null],
    [MOTS.identite.periode, texteDeCellule(periode) || null],
    [MOTS.identite.exercice, exercice],
    [MOTS.identite.montant, montant],
  ]
  for (const [libelle, valeur] of faits) {
    const rangee = page.addRow([libelle, valeur])
    rangee.getCell(1).font = GRAS
    rangee.getCell(2).alignment = { horizontal: 'left', wrapText: true }
  }
  page.getCell(`B${faits.length}`).numFmt = CODES.euros
  classeur.definedNames.add(`${MOTS.feuilles.identite}!$B$${faits.length}`, 'MONTANT_DEMANDE')
}
