import type { Cote } from '#domain/budget/budget'

/** The name under which the portal itself gives the model (docs/domaine.md § 1.5). */
export const NOM_DU_BUDGET_A_REMPLIR = '62MEI Budget.xlsx'

/** Where a cofinancement is, in the words of the model: what is asked first. */
export const ETATS_DE_FINANCEMENT = ['sollicité', 'acquis', 'refusé'] as const

const COTES: Record<Cote, string> = { CHARGES: 'CHARGES', PRODUITS: 'PRODUITS' }
const TOTAUX: Record<Cote, string> = { CHARGES: 'TOTAL DES CHARGES', PRODUITS: 'TOTAL DES PRODUITS' }

/** What each subvention is, by its code. */
const TYPES: Readonly<Record<string, string>> = {
  '74etat': 'État',
  '74region': 'Région',
  '74dep': 'Département',
  '74epci': 'Intercommunalité',
  '74com': 'Commune',
  '74orgasoc': 'Organisme social',
  '74fe': 'Union européenne',
  '74agenceserv': 'Organisme public',
  '74x': 'Organisme public',
  '74aidespriv': 'Aide privée',
}

/** What a subvention is, from the code of its line as it is read in a budget: one that the chart does not have is a subvention, and no more is known. */
export const typeDeFinanceur = (code: string): string => TYPES[code.trim().toLowerCase()] ?? 'Subvention'

/** Where a cofinancement is, of a budget that does not say it: without a sheet of funders, only amounts are known. */
export const SITUATION_NON_DITE = 'non précisée'

/** What the workbook to fill says by itself. */
export const MOTS_DU_BUDGET_A_REMPLIR = {
  titre: 'Budget prévisionnel du projet',
  consigne:
    'Remplissez les cellules colorées, en euros et sans centimes. Les totaux se calculent seuls\u00a0: celui des charges doit être égal à celui des produits.',
  numero: 'N°',
  montant: 'Montant',
  cotes: COTES,
  totaux: TOTAUX,
  totalGeneral: 'TOTAL GÉNÉRAL',
  aCorriger: 'À corriger',
  nombreSeul: 'Écrivez un nombre seul, positif, sans lettre ni symbole.',
  etatDansLaListe: 'Choisissez sollicité, acquis ou refusé.',
  feuilles: { budget: 'Budget', financeurs: 'Cofinancements', identite: 'Identification' },
  colonnesDesFinanceurs: ['Financeur', 'Type', 'SIRET', 'Montant', 'Statut', 'Date'],
  types: TYPES,
  identite: {
    structure: 'Structure',
    siret: 'SIRET',
    titre: 'Intitulé du projet',
    periode: 'Période du projet',
    exercice: 'Exercice',
    montant: 'Montant demandé au Département',
  },
} as const
