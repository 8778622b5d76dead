import type { BudgetLu, LigneBudget } from '#domain/budget/budget'
import { constatsCofinancements } from '#domain/budget/cofinancements'
import type { Attentes, Constat, Regle } from '#domain/budget/constat'
import { constatsFinancement, montantDemandeDe } from '#domain/budget/financement'
import { ecart, TOLERANCE } from '#domain/budget/lecture/groupes'
import { constatsProjet } from '#domain/budget/projet'
import { constatsSommes } from '#domain/budget/sommes'
import {
  derniereCellule,
  estNonLue,
  lignesDuDepartement,
  natureDu,
  sommeNonLue,
  subventionDuDepartement,
  totalEcrit,
  totalNonLu,
  totauxDe,
} from '#domain/budget/totaux'

const COTES = ['CHARGES', 'PRODUITS'] as const

const NATURES: readonly LigneBudget['nature'][] = ['NATURE', 'DETAIL_NATURE']

/** The rules that compare or divide the totals of both sides. */
const SUR_LES_TOTAUX: readonly Regle[] = ['B01', 'B07', 'B08', 'B09', 'B15', 'B16', 'B18']

/**
 * Judges a budget: findings in the order of the rules, the same whatever the order of its rows. A cell that could not be read is said once, on
 * itself (B10): what would be counted with it is not said.
 */
export const controler = (budget: BudgetLu, attentes: Attentes): Constat[] =>
  [
    equilibre(budget),
    ...constatsSommes(budget),
    nature(budget),
    ...departement(budget, attentes),
    ...constatsFinancement(budget, attentes),
    ...constatsCofinancements(budget, attentes),
    ...constatsProjet(budget, attentes),
    ...budget.lignes.flatMap(saisie),
  ]
    .filter((constat) => constat !== null)
    .filter(({ regle }) => regle === 'B02' || !estMuette(budget, regle))
    .sort((a, b) => a.regle.localeCompare(b.regle))

/** True when this rule cannot be judged, for an amount that it counts could not be read: what it said before is then neither solved nor confirmed. */
export function estMuette(budget: BudgetLu, regle: Regle): boolean {
  if (SUR_LES_TOTAUX.includes(regle)) return COTES.some((cote) => totalNonLu(budget, cote))
  if (regle === 'B02') return COTES.some((cote) => sommeNonLue(budget, cote))
  if (regle === 'B03') return budget.lignes.some((ligne) => NATURES.includes(ligne.nature) && estNonLue(ligne))
  return regle === 'B04' && !budget.nommes.departement && lignesDuDepartement(budget).some(estNonLue)
}

function equilibre(budget: BudgetLu): Constat | null {
  const { charges, produits } = totauxDe(budget)
  if (ecart(charges, produits) <= TOLERANCE) return null
  const cellule = totalEcrit(budget, 'PRODUITS')?.cellule ?? derniereCellule(budget, 'PRODUITS')
  const celluleCharges = totalEcrit(budget, 'CHARGES')?.cellule ?? null
  return { regle: 'B01', gravite: 'BLOQUANT', cellule, cas: 'DESEQUILIBRE', charges, produits, celluleCharges }
}

function nature(budget: BudgetLu): Constat | null {
  const [emplois, ressources] = [natureDu(budget, 'CHARGES'), natureDu(budget, 'PRODUITS')]
  const [a, b] = [emplois?.montantCents ?? 0n, ressources?.montantCents ?? 0n]
  if (ecart(a, b) <= TOLERANCE) return null
  const cellule = ressources?.cellule ?? emplois?.cellule ?? null
  return { regle: 'B03', gravite: 'AVERTISSEMENT', cellule, cas: 'NATURE_INEGALE', emplois: a, ressources: b }
}

function departement(budget: BudgetLu, attentes: Attentes): Constat[] {
  const montantDemande = montantDemandeDe(budget, attentes)
  const ecrit = subventionDuDepartement(budget)
  if (!ecrit) {
    const commun = {
      cellule: totalEcrit(budget, 'PRODUITS')?.cellule ?? derniereCellule(budget, 'PRODUITS'),
      cas: 'DEPARTEMENT_ABSENT',
      montantDemande,
    } as const
    return [
      montantDemande === null
        ? { regle: 'B05', gravite: 'AVERTISSEMENT', ...commun }
        : { regle: 'B04', gravite: 'BLOQUANT', ...commun },
    ]
  }
  const lignes = lignesDuDepartement(budget).filter((l) => (l.montantCents ?? 0n) !== 0n)
  const constats: Constat[] = []
  if (montantDemande !== null && ecart(ecrit.montantCents, montantDemande) >= TOLERANCE) {
    constats.push({ regle: 'B04', gravite: 'BLOQUANT', cellule: ecrit.cellule, cas: 'DEPARTEMENT_DIFFERENT', ecrit: ecrit.montantCents, montantDemande }) // prettier-ignore
  }
  if (lignes.length > 1) {
    const cellules = lignes.map((l) => l.cellule)
    constats.push({ regle: 'B05', gravite: 'AVERTISSEMENT', cellule: cellules[1] ?? null, cas: 'DEPARTEMENT_REPETE', cellules }) // prettier-ignore
  }
  return constats
}

/** B10: an amount below zero, or a cell that does not hold an amount. A readable amount typed as text is only to be known. */
function saisie({ cellule, code, libelle, montantCents, texteLu, enTexte }: LigneBudget): Constat[] {
  const nom = libelle || code
  if (montantCents === null) {
    return texteLu === ''
      ? []
      : [{ regle: 'B10', gravite: 'BLOQUANT', cellule, cas: 'MONTANT_ILLISIBLE', libelle: nom, texte: texteLu }]
  }
  if (montantCents < 0n) {
    return [{ regle: 'B10', gravite: 'BLOQUANT', cellule, cas: 'MONTANT_NEGATIF', libelle: nom, montant: montantCents }]
  }
  return enTexte
    ? [
        {
          regle: 'B10',
          gravite: 'INFO',
          cellule,
          cas: 'MONTANT_EN_TEXTE',
          libelle: nom,
          texte: texteLu,
          montant: montantCents,
        },
      ]
    : []
}
