import type { Montant } from '#domain/budget/montant'

export type Cote = 'CHARGES' | 'PRODUITS'

/**
 * What a line is: a group of the chart (60, 61…), one of its details, the contributions in nature (86, 87) and their details,
 * the total the balance is read on, or a total that includes the contributions in nature.
 */
export type NatureLigne = 'GROUPE' | 'DETAIL' | 'NATURE' | 'DETAIL_NATURE' | 'SOUS_TOTAL' | 'TOTAL' | 'TOTAL_GENERAL'

export type LigneBudget = {
  cote: Cote
  nature: NatureLigne
  /** As written: `60`, `625`, `74dep`; empty when the line has none. */
  code: string
  libelle: string
  /** Rank of the group line it belongs to among the lines; null when it belongs to none. */
  groupe: number | null
  /** Null when the cell is empty or does not say an amount. */
  montantCents: Montant | null
  /** What the cell holds, as a person sees it. */
  texteLu: string
  /** True when the amount was typed as text. */
  enTexte: boolean
  feuille: string
  /** `Budget!F14`. */
  cellule: string
  formule?: string
  /** What its formula gives when it is worked out again; null when there is none or it is not a simple one. */
  calculeCents: Montant | null
  /** True when its row or its column is hidden in the workbook. */
  masquee: boolean
}

/** An amount and the cell it was read in. */
export type MontantLu = { montantCents: Montant; cellule: string }

export type Cofinancement = {
  financeur: string
  type: string
  montantCents: Montant | null
  etat: string
  cellule: string
}

/** How the workbook was read where it could have been read otherwise: said to the officer, never hidden. */
export type Remarque =
  /** There are other budgets; the one named by `feuille` was read. */
  | { cas: 'AUTRES_BUDGETS'; feuilles: string[] }
  /** Amounts are in thousands of euros; they were multiplied. */
  | { cas: 'MILLIERS'; cellule: string }
  /** Several columns of amounts: the one read, and those left aside. */
  | { cas: 'COLONNE_CHOISIE'; cote: Cote; entete: string; ecartees: string[] }
  | { cas: 'COLONNES_MASQUEES'; colonnes: string[] }
  /** The file was converted before it was read. */
  | { cas: 'CONVERTI'; format: 'xls' | 'ods' }

/** The budget of a project as its workbook says it, before any judgement. */
export type BudgetLu = {
  /** The name of its sheet; where the sheet holds several, that of the sheet, its title and its cells: `Feuil1, Budget 2026 (A15:D27)`. */
  feuille: string
  lignes: LigneBudget[]
  /** What defined names point at; they win over what the layout suggests. */
  nommes: {
    charges?: MontantLu
    produits?: MontantLu
    nature86?: MontantLu
    nature87?: MontantLu
    departement?: MontantLu
  }
  /** What the workbook itself says is asked of the Département. */
  montantDemande: MontantLu | null
  identification: { structure?: string; siret?: string; titre?: string; periode?: string; exercice?: string }
  /** Where each of these was read. */
  cellules: { structure?: string; siret?: string; titre?: string; periode?: string; exercice?: string }
  cofinancements: Cofinancement[]
  feuillesMasquees: string[]
  lignesMasquees: number
  remarques: Remarque[]
}
