import type { BudgetLu, Cote, LigneBudget } from '#domain/budget/budget'
import { somme, type Montant } from '#domain/budget/montant'
import { detailsDe, estDuDepartement } from '#domain/budget/totaux'
import { plier } from '#domain/texte'

/** Whose money a resource is. */
export type Origine = 'DEPARTEMENT' | 'PUBLIC' | 'PRIVE' | 'FAMILLES' | 'PROPRE'

/** The lines that carry the amounts of a side: details, and groups that have none. Contributions in nature and totals apart. */
export const lignesPorteuses = (budget: BudgetLu, cote: Cote): LigneBudget[] =>
  budget.lignes.filter(
    (l, rang) =>
      l.cote === cote && (l.nature === 'DETAIL' || (l.nature === 'GROUPE' && detailsDe(budget, rang).length === 0)),
  )

const PRIVES = /aides? privees?|fondations?|mecenat|mecenes?|sponsor|partenaires? prives?|\bdons?\b|rotary|lions club/
const PUBLICS =
  /^subventions?\b|\betat\b|ministere|prefecture|drajes|\bregions?\b|\bregional\b|\bcommunes?\b|\bville de\b|\bmairie\b|communaute (de communes|d agglomeration|urbaine)|intercommunalite|\bepci\b|\bcaf\b|organismes sociaux|europeen|erasmus|\bcerv\b|interreg|\bofaj\b|\bofqj\b|\basp\b|agence nationale/
const FAMILLES = /\b(familles?|parents|participants?|eleves|jeunes)\b/

/** A line of account 74, or one without a code that names a funder. */
export const estSubvention = (ligne: LigneBudget): boolean => {
  if (ligne.cote !== 'PRODUITS') return false
  if (ligne.code !== '') return /^74/.test(ligne.code)
  const plie = plier(ligne.libelle)
  return estDuDepartement(ligne) || PUBLICS.test(plie) || /fondations?|mecenat/.test(plie)
}

const estPrivee = ({ code, libelle }: LigneBudget): boolean => /^74aidespriv/i.test(code) || PRIVES.test(plier(libelle))

/** Whose money one resource is, by its code then by its words. */
export function origineDe(ligne: LigneBudget): Origine {
  if (estDuDepartement(ligne)) return 'DEPARTEMENT'
  if (estSubvention(ligne)) return estPrivee(ligne) ? 'PRIVE' : 'PUBLIC'
  if (PRIVES.test(plier(ligne.libelle))) return 'PRIVE'
  return FAMILLES.test(plier(ligne.libelle)) ? 'FAMILLES' : 'PROPRE'
}

export const totalDesLignes = (lignes: readonly LigneBudget[]): Montant =>
  somme(lignes.map((l) => l.montantCents ?? 0n))

/** What each origin brings. */
export function ressourcesParOrigine(budget: BudgetLu): Record<Origine, Montant> {
  const porteuses = lignesPorteuses(budget, 'PRODUITS')
  const de = (origine: Origine) => totalDesLignes(porteuses.filter((l) => origineDe(l) === origine))
  return {
    DEPARTEMENT: de('DEPARTEMENT'),
    PUBLIC: de('PUBLIC'),
    PRIVE: de('PRIVE'),
    FAMILLES: de('FAMILLES'),
    PROPRE: de('PROPRE'),
  }
}

/** The subventions of the budget, line by line. */
export const subventionsDe = (budget: BudgetLu): LigneBudget[] =>
  lignesPorteuses(budget, 'PRODUITS').filter(estSubvention)

/** Those that are public money. */
export const subventionsPubliques = (budget: BudgetLu): LigneBudget[] =>
  subventionsDe(budget).filter((ligne) => origineDe(ligne) !== 'PRIVE')
