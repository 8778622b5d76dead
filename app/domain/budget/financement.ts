import type { BudgetLu } from '#domain/budget/budget'
import type { Attentes, Constat } from '#domain/budget/constat'
import { ratio, type Montant } from '#domain/budget/montant'
import { lignesPorteuses, origineDe, subventionsPubliques, totalDesLignes } from '#domain/budget/lecture/ressources'
import { derniereCellule, subventionDuDepartement, totauxDe } from '#domain/budget/totaux'

/** What is asked of the Département: what the dossier says, else what the workbook itself says. */
export const montantDemandeDe = (budget: BudgetLu, { montantDemandeCents }: Attentes): Montant | null =>
  montantDemandeCents ?? budget.montantDemande?.montantCents ?? null

/** B06 to B09: what is asked, how much of it is public, and within what the campagne allows. */
export function constatsFinancement(budget: BudgetLu, attentes: Attentes): (Constat | null)[] {
  const montantDemande = montantDemandeDe(budget, attentes)
  return [
    limites(budget, montantDemande, attentes),
    taux(budget, montantDemande, attentes),
    partPublique(budget, attentes),
    autreRessource(budget, attentes),
  ]
}

const celluleDuDepartement = (budget: BudgetLu) =>
  subventionDuDepartement(budget)?.cellule ?? derniereCellule(budget, 'PRODUITS')

function limites(
  budget: BudgetLu,
  montantDemande: Montant | null,
  { montantMinCents, montantMaxCents }: Attentes,
): Constat | null {
  if (montantDemande === null) return null
  const min = montantMinCents ?? 1n
  const sens = montantDemande < min ? 'MIN' : montantMaxCents != null && montantDemande > montantMaxCents ? 'MAX' : null
  if (!sens) return null
  const limite = sens === 'MIN' ? min : (montantMaxCents ?? 0n)
  const cellule = budget.montantDemande?.cellule ?? celluleDuDepartement(budget)
  return { regle: 'B06', gravite: 'BLOQUANT', cellule, cas: 'DEMANDE_HORS_LIMITES', montantDemande, limite, sens }
}

function taux(
  budget: BudgetLu,
  montantDemande: Montant | null,
  { tauxMax, tauxMaxBloquant }: Attentes,
): Constat | null {
  const valeur = montantDemande === null ? null : ratio(montantDemande, totauxDe(budget).charges)
  if (valeur === null || tauxMax == null || valeur <= tauxMax) return null
  const gravite = tauxMaxBloquant ? 'BLOQUANT' : 'AVERTISSEMENT'
  return { regle: 'B07', gravite, cellule: celluleDuDepartement(budget), cas: 'TAUX_DEPASSE', taux: valeur, max: tauxMax } // prettier-ignore
}

/** Public money ÷ total of the resources, 0 to 1; null when there are none. */
const partPubliqueDe = (budget: BudgetLu): number | null =>
  ratio(totalDesLignes(subventionsPubliques(budget)), totauxDe(budget).produits)

function partPublique(budget: BudgetLu, { partPubliqueMax }: Attentes): Constat | null {
  const part = partPubliqueDe(budget)
  if (part === null || partPubliqueMax == null || part <= partPubliqueMax) return null
  const cellule = subventionsPubliques(budget)[0]?.cellule ?? null
  return { regle: 'B08', gravite: 'AVERTISSEMENT', cellule, cas: 'PART_PUBLIQUE', part, max: partPubliqueMax }
}

/** B09: where the règlement wants a cofinancement, somebody else than the Département pays something. */
function autreRessource(budget: BudgetLu, { cofinancementExige }: Attentes): Constat | null {
  if (!cofinancementExige) return null
  const autres = lignesPorteuses(budget, 'PRODUITS').filter((ligne) => origineDe(ligne) !== 'DEPARTEMENT')
  if (autres.some(({ montantCents }) => (montantCents ?? 0n) > 0n)) return null
  return { regle: 'B09', gravite: 'AVERTISSEMENT', cellule: celluleDuDepartement(budget), cas: 'SANS_COFINANCEMENT' }
}
