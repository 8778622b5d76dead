import type { BudgetLu, Cote, LigneBudget, NatureLigne } from '#domain/budget/budget'

/** A line of a budget, true in every column. */
export const ligne = (cote: Cote, nature: NatureLigne, plus: Partial<LigneBudget> = {}): LigneBudget => ({
  cote,
  nature,
  code: '',
  libelle: 'Ligne',
  groupe: null,
  montantCents: 0n,
  texteLu: '1',
  enTexte: false,
  feuille: 'Budget',
  cellule: 'Budget!A1',
  calculeCents: null,
  masquee: false,
  ...plus,
})

/** A budget of these lines. */
export const unBudget = (lignes: LigneBudget[], plus: Partial<BudgetLu> = {}): BudgetLu => ({
  feuille: 'Budget',
  lignes,
  nommes: {},
  montantDemande: null,
  identification: {},
  cellules: {},
  cofinancements: [],
  feuillesMasquees: [],
  lignesMasquees: 0,
  remarques: [],
  ...plus,
})

export const DEPARTEMENT = { code: '74dep', libelle: 'Département du Pas-de-Calais' }
