import type { Montant } from '#domain/budget/montant'
import type { Graphique } from '#reports/graphique'
import type { Format, Valeur } from '#reports/sheet'

/** A value computed by the workbook from its own cells. The result is kept beside the formula, for who reads without calculating. */
export type Formule = { formule: string; resultat: Montant | number | string }

/** How a line of a page looks: its title, what is said under it, the heads of columns, the name of a group of lines, a line, a total, room for a signature. */
export type AllureDeLigne = 'titre' | 'dit' | 'entete' | 'groupe' | 'ligne' | 'total' | 'signature'

/** A cell of a page; null is empty. */
export type Case = { valeur: Valeur | Formule; format?: Format } | null

/** Cells from the first column on. */
export type LigneDePage = { allure: AllureDeLigne; cases: readonly Case[] }

/** A name of the workbook for some of its cells: `Vote_total` for `$H$12`. */
export type NomDeCellule = { nom: string; cellule: string }

/** Cells of one column that are filled in by hand, from the first row to the last: what they may hold. A name is one of the workbook. */
export type Saisie = { lettre: string; premiere: number; derniere: number } & (
  { sorte: 'MONTANT'; auPlus: string } | { sorte: 'CHOIX'; parmi: string }
)

/** A sheet that is read like a page rather than filtered like a table: a few dozen lines, known before they are written. */
export type Page = {
  title: string
  /** In characters, one a column. */
  largeurs: readonly number[]
  lignes: readonly LigneDePage[]
  /** The line repeated at the top of each printed page, from 1. */
  repetee?: number
  noms?: readonly NomDeCellule[]
  saisies?: readonly Saisie[]
  graphiques?: readonly Graphique[]
}

/** Lines laid down one after the other; each tells the row it stands on, for the formulas of those that follow. */
export function composer() {
  const lignes: LigneDePage[] = []
  return {
    lignes,
    /** The row that comes next, from 1. */
    suivante: () => lignes.length + 1,
    poser: (allure: AllureDeLigne, cases: readonly Case[] = []): number => lignes.push({ allure, cases }),
  }
}

export const texte = (valeur: string | null): Case => (valeur === null ? null : { valeur })
