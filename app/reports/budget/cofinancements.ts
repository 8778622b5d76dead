import type { Financement } from '#domain/budget/lecture/lecture-gardee'
import type { Montant } from '#domain/budget/montant'
import { estDuDepartement, estLeDepartement } from '#domain/budget/totaux'
import { SITUATION_NON_DITE, typeDeFinanceur } from '#libelles/budget/budget-a-remplir'
import type { Sheet } from '#reports/sheet'

/** One funder of one project, as its budget tells it. */
export type LigneCofinancement = {
  numero: string
  structure: string
  financeur: string
  type: string
  etat: string
  montantCents: Montant | null
}

/** The other funders of one budget, in words: those of its sheet of funders, else its lines of account 74 that hold an amount, which do not say where they are. The Département is not its own co-funder. */
export function cofinancementsDe(
  dossier: { numero: string; structure: string },
  budget: Financement,
): LigneCofinancement[] {
  if (budget.cofinancements.length > 0) {
    return budget.cofinancements
      .filter((c) => !estLeDepartement(c))
      .map(({ financeur, type, etat, montantCents }) => ({
        ...dossier,
        financeur,
        type,
        etat: etat || SITUATION_NON_DITE,
        montantCents,
      }))
  }
  return budget.lignes
    .filter((l) => l.cote === 'PRODUITS' && l.nature === 'DETAIL' && /^74/.test(l.code) && !estDuDepartement(l))
    .filter(({ montantCents }) => (montantCents ?? 0n) !== 0n)
    .map(({ libelle, code, montantCents }) => ({
      ...dossier,
      ...{ financeur: libelle, type: typeDeFinanceur(code), etat: SITUATION_NON_DITE, montantCents },
    }))
}

export const cofinancementsDuBudget: Sheet<LigneCofinancement> = {
  title: 'Cofinancements',
  columns: [
    { header: 'N°', value: (c) => c.numero, width: 12 },
    { header: 'Structure', value: (c) => c.structure, width: 40 },
    { header: 'Financeur', value: (c) => c.financeur, width: 36 },
    { header: 'Type', value: (c) => c.type, width: 18 },
    { header: 'Situation', value: (c) => c.etat, width: 16 },
    { header: 'Montant', value: (c) => c.montantCents, format: 'euros', total: true },
  ],
}
