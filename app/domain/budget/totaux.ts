import type { BudgetLu, Cofinancement, Cote, LigneBudget, MontantLu } from '#domain/budget/budget'
import { somme, type Montant } from '#domain/budget/montant'
import { plier } from '#domain/texte'

/** The figures a budget is judged on; null where the workbook does not say. Contributions in nature stand apart (86, 87). */
export type Totaux = {
  charges: Montant
  produits: Montant
  departement: Montant | null
  nature86: Montant
  nature87: Montant
}

export const lignesDe = (budget: BudgetLu, cote: Cote): LigneBudget[] => budget.lignes.filter((l) => l.cote === cote)

/** The details of a group, given by its rank among all the lines. */
export const detailsDe = (budget: BudgetLu, rang: number): LigneBudget[] =>
  budget.lignes.filter((l) => l.groupe === rang)

const montants = (lignes: readonly LigneBudget[]): Montant => somme(lignes.map((l) => l.montantCents ?? 0n))

/** What a group weighs: its own amount, or that of its details when its cell is empty. */
export const poidsDuGroupe = (budget: BudgetLu, rang: number): Montant =>
  budget.lignes[rang]?.montantCents ?? montants(detailsDe(budget, rang))

/** Words stand where an amount should be: what it weighs is not known, and is not zero. */
export const estNonLue = ({ montantCents, texteLu }: LigneBudget): boolean => montantCents === null && texteLu !== ''

/** True when what a group weighs is not known: some of its details are not, and its own cell says nothing. */
const groupeNonLu = (budget: BudgetLu, rang: number): boolean => {
  const groupe = budget.lignes[rang]
  const details = detailsDe(budget, rang)
  if (groupe === undefined || groupe.montantCents !== null) return false
  return details.length > 0 ? details.some(estNonLue) : estNonLue(groupe)
}

/** True when the sum of a side is not known, for one of the amounts in it could not be read. */
export const sommeNonLue = (budget: BudgetLu, cote: Cote): boolean =>
  budget.lignes.some((ligne, rang) => {
    if (ligne.cote !== cote) return false
    return ligne.nature === 'GROUPE'
      ? groupeNonLu(budget, rang)
      : ligne.nature === 'DETAIL' && ligne.groupe === null && estNonLue(ligne)
  })

/** True when nothing says the total of a side: no total is written, and the sum is not known. */
export const totalNonLu = (budget: BudgetLu, cote: Cote): boolean =>
  totalEcrit(budget, cote) === undefined && sommeNonLue(budget, cote)

/** Groups, and the lines that belong to none: what the total of a side must add up to. */
export function sommeDuCote(budget: BudgetLu, cote: Cote): Montant {
  return somme(
    budget.lignes.flatMap((ligne, rang) => {
      if (ligne.cote !== cote) return []
      if (ligne.nature === 'GROUPE') return [poidsDuGroupe(budget, rang)]
      return ligne.nature === 'DETAIL' && ligne.groupe === null ? [ligne.montantCents ?? 0n] : []
    }),
  )
}

/** The total of a side as written: where a defined name points, else the line that says it. Undefined when nothing says it. */
export function totalEcrit(budget: BudgetLu, cote: Cote): MontantLu | undefined {
  const nomme = cote === 'CHARGES' ? budget.nommes.charges : budget.nommes.produits
  const ligne = lignesDe(budget, cote).find((l) => l.nature === 'TOTAL' && l.montantCents !== null)
  return nomme ?? (ligne && { montantCents: ligne.montantCents ?? 0n, cellule: ligne.cellule })
}

/** The last cell of a side: what is about a whole side is pinned there when no total is written. */
export const derniereCellule = (budget: BudgetLu, cote: Cote): string | null =>
  lignesDe(budget, cote).at(-1)?.cellule ?? budget.lignes.at(-1)?.cellule ?? null

const totalDu = (budget: BudgetLu, cote: Cote): Montant =>
  totalEcrit(budget, cote)?.montantCents ?? sommeDuCote(budget, cote)

/** The contributions in nature of a side: the line 86 or 87, else its details. */
export function natureDu(budget: BudgetLu, cote: Cote): MontantLu | null {
  const nomme = cote === 'CHARGES' ? budget.nommes.nature86 : budget.nommes.nature87
  if (nomme) return nomme
  const lignes = lignesDe(budget, cote)
  const groupe = lignes.find((l) => l.nature === 'NATURE' && l.montantCents !== null)
  if (groupe) return { montantCents: groupe.montantCents ?? 0n, cellule: groupe.cellule }
  const details = lignes.filter((l) => l.nature === 'DETAIL_NATURE' && l.montantCents !== null)
  return details[0] ? { montantCents: montants(details), cellule: details[0].cellule } : null
}

const AUTRE_DEPARTEMENT =
  /\bdepartements? (?:d|de|du|des|de la|de l)? ?(?!pas de calais|62)\p{L}{3,}|\bdepartement (?!62)\d{2,3}\b|conseil departemental (?:d|de|du|des|de la|de l) ?(?!pas de calais)\p{L}{3,}/u

/**
 * True when a resource is money of the Pas-de-Calais: `74dep`, or named Département, Conseil départemental, CD62. Another département
 * is another funder (B05); a region or a town whose name holds « Pas-de-Calais » is not the Département.
 */
export function estDuDepartement({
  cote,
  code,
  libelle,
  nature,
}: Pick<LigneBudget, 'cote' | 'code' | 'libelle' | 'nature'>): boolean {
  if (cote !== 'PRODUITS' || (nature !== 'DETAIL' && nature !== 'GROUPE')) return false
  const plie = plier(libelle)
  if (/\bcd ?62\b/.test(plie)) return true
  if (/\bregions?\b|\bcommunes?\b|\bcommunaute\b|\betat\b|\bville\b/.test(plie) && !/^74dep$/i.test(code)) return false
  if (AUTRE_DEPARTEMENT.test(plie)) return /pas de calais|\b62\b/.test(plie)
  return /^74dep$/i.test(code) || /\bdepartements?\b|\bconseil departemental\b|^pas de calais$/.test(plie)
}

/** True when a funder named on the sheet of funders is the Département itself: what is asked of it is no cofinancement. */
export const estLeDepartement = ({ financeur, type }: Pick<Cofinancement, 'financeur' | 'type'>): boolean =>
  estDuDepartement({ cote: 'PRODUITS', nature: 'DETAIL', code: '', libelle: `${financeur} ${type}` })

/** The lines of the Département; the details of a group count, not the group that adds them up. */
export const lignesDuDepartement = (budget: BudgetLu): LigneBudget[] =>
  budget.lignes.filter((l, rang) => estDuDepartement(l) && !detailsDe(budget, rang).some(estDuDepartement))

/** What is written for the Département, and where. Null when no line names it. */
export function subventionDuDepartement(budget: BudgetLu): MontantLu | null {
  if (budget.nommes.departement) return budget.nommes.departement
  const lignes = lignesDuDepartement(budget)
  return lignes[0] ? { montantCents: montants(lignes), cellule: lignes[0].cellule } : null
}

export const totauxDe = (budget: BudgetLu): Totaux => ({
  charges: totalDu(budget, 'CHARGES'),
  produits: totalDu(budget, 'PRODUITS'),
  departement: subventionDuDepartement(budget)?.montantCents ?? null,
  nature86: natureDu(budget, 'CHARGES')?.montantCents ?? 0n,
  nature87: natureDu(budget, 'PRODUITS')?.montantCents ?? 0n,
})
