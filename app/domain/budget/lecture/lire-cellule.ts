import { calculer } from '#domain/budget/lecture/formule'
import type { Cellule, Classeur, Feuille } from '#domain/budget/lecture/grille'
import { parseMontant, type Montant } from '#domain/budget/montant'
import { nettoyer, plier } from '#domain/texte'

/** What the cell of an amount says: an amount, nothing, or something that is neither. */
export type CelluleDeMontant = {
  montantCents: Montant | null
  texteLu: string
  enTexte: boolean
}

const RIEN = ['', 'neant', 'sans objet', 'so', 'nc', 'aucun', 'aucune', 'x']

const VIDE: CelluleDeMontant = { montantCents: null, texteLu: '', enTexte: false }

/** Reads the cell of an amount (docs/domaine.md § 4.2): a number, a cached result, a simple formula, or a text such as `1 200,50 €`. */
export function lireMontant(classeur: Classeur, feuille: Feuille, cellule: Cellule | undefined): CelluleDeMontant {
  if (!cellule) return VIDE
  const { valeur, formule, erreur } = cellule
  if (erreur) return { ...VIDE, texteLu: String(valeur) }
  if (typeof valeur === 'number') return { ...VIDE, montantCents: parseMontant(valeur), texteLu: String(valeur) }
  if (typeof valeur === 'string') {
    const texteLu = nettoyer(valeur)
    return RIEN.includes(plier(texteLu)) ? VIDE : { montantCents: parseMontant(texteLu), texteLu, enTexte: true }
  }
  const calcule = formule ? calculer(classeur, feuille, formule) : null
  if (calcule === null) return formule ? { ...VIDE, texteLu: `=${formule}` } : VIDE
  return { montantCents: parseMontant(calcule), texteLu: String(calcule), enTexte: false }
}

/** What a formula gives now, whatever result the workbook keeps of it; null where there is no simple formula. */
export function recalculer(classeur: Classeur, feuille: Feuille, cellule: Cellule | undefined): Montant | null {
  const calcule = cellule?.formule ? calculer(classeur, feuille, cellule.formule) : null
  return calcule === null ? null : parseMontant(calcule)
}

/** The words of a cell on one line; a number is what a person sees. */
export const texteDe = (cellule: Cellule | undefined): string =>
  cellule?.valeur === undefined || cellule.valeur === null ? '' : nettoyer(String(cellule.valeur))
