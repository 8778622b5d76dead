import type { BudgetLu, LigneBudget } from '#domain/budget/budget'
import { cofinancementsRetenus } from '#domain/budget/cofinancements'
import type { Attentes } from '#domain/budget/constat'
import { montantDemandeDe } from '#domain/budget/financement'
import { ratio, somme, type Montant } from '#domain/budget/montant'
import { coutParPersonneEtParJour } from '#domain/budget/projet'
import {
  lignesPorteuses,
  origineDe,
  ressourcesParOrigine,
  totalDesLignes,
  type Origine,
} from '#domain/budget/lecture/ressources'
import { detailsDe, poidsDuGroupe, totauxDe } from '#domain/budget/totaux'
import { plier } from '#domain/texte'

/** The figures that a budget is spoken of with (docs/domaine.md § 4.3); ratios from 0 to 1, null where there is nothing to divide by. */
export type Chiffres = {
  charges: Montant
  produits: Montant
  montantDemande: Montant | null
  inscrit: Montant | null
  tauxDemande: number | null
  partPublique: number | null
  partPropre: number | null
  partFamilles: number | null
  cofinancements: { acquis: Montant; sollicites: Montant } | null
  parParticipant: Montant | null
  parParticipantEtParJour: Montant | null
  propose: Montant | null
  tauxPropose: number | null
}

/** `propose`: what an officer proposes to grant, where somebody said it. */
export function chiffresDe(budget: BudgetLu, attentes: Attentes, propose: Montant | null = null): Chiffres {
  const { charges, produits, departement } = totauxDe(budget)
  const montantDemande = montantDemandeDe(budget, attentes)
  const par = ressourcesParOrigine(budget)
  const participants = attentes.projet?.participants
  const retenus = cofinancementsRetenus(budget)
  const de = (acquis: boolean) =>
    somme(retenus.filter(({ etat }) => /^(acquis|obtenu|accorde|notifie)/.test(plier(etat)) === acquis).map((c) => c.montantCents ?? 0n)) // prettier-ignore
  return {
    charges,
    produits,
    montantDemande,
    inscrit: departement,
    tauxDemande: montantDemande === null ? null : ratio(montantDemande, charges),
    partPublique: ratio(par.DEPARTEMENT + par.PUBLIC, produits),
    partPropre: ratio(par.PROPRE, produits),
    partFamilles: ratio(par.FAMILLES, produits),
    cofinancements: retenus.length > 0 ? { acquis: de(true), sollicites: de(false) } : null,
    parParticipant: participants ? charges / BigInt(participants) : null,
    parParticipantEtParJour: coutParPersonneEtParJour(charges, attentes),
    propose,
    tauxPropose: propose === null ? null : ratio(propose, charges),
  }
}

/** One bar of a chart: its name, what it weighs, the cell it begins at. */
export type Part = { nom: string; montant: Montant; cellule: string }

/** More bars than this are not told apart by their colour: the smallest are put together. */
const PARTS_MAX = 6

function plafonner(parts: Part[]): Part[] {
  const rangees = parts.filter(({ montant }) => montant > 0n).sort((a, b) => (b.montant > a.montant ? 1 : b.montant < a.montant ? -1 : 0)) // prettier-ignore
  if (rangees.length <= PARTS_MAX) return rangees
  const [gardees, reste] = [rangees.slice(0, PARTS_MAX - 1), rangees.slice(PARTS_MAX - 1)]
  return [...gardees, { nom: 'Autres', montant: somme(reste.map((p) => p.montant)), cellule: reste[0]?.cellule ?? '' }]
}

const nomDe = ({ code, libelle }: LigneBudget) => [code, libelle].filter(Boolean).join(' ')

/** The charges by group, the largest first; lines without a group stand for themselves. */
export function partsDesCharges(budget: BudgetLu): Part[] {
  return plafonner(
    budget.lignes.flatMap((ligne, rang): Part[] => {
      if (ligne.cote !== 'CHARGES') return []
      const seule = ligne.nature === 'DETAIL' && ligne.groupe === null
      if (ligne.nature !== 'GROUPE' && !seule) return []
      const montant = detailsDe(budget, rang).length > 0 ? poidsDuGroupe(budget, rang) : (ligne.montantCents ?? 0n)
      return [{ nom: nomDe(ligne), montant, cellule: ligne.cellule }]
    }),
  )
}

/** The produits by origin, the largest first. */
export function partsDesProduits(budget: BudgetLu): { origine: Origine; montant: Montant; cellule: string }[] {
  const porteuses = lignesPorteuses(budget, 'PRODUITS')
  return (['DEPARTEMENT', 'PUBLIC', 'PRIVE', 'FAMILLES', 'PROPRE'] as const).flatMap((origine) => {
    const lignes = porteuses.filter((l) => origineDe(l) === origine)
    const montant = totalDesLignes(lignes)
    return montant > 0n ? [{ origine, montant, cellule: lignes[0]?.cellule ?? '' }] : []
  })
}
