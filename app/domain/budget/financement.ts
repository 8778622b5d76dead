import type { BudgetLu, LigneBudget } from '#domain/budget/budget'
import type { Attentes, Constat } from '#domain/budget/constat'
import { ecart, TOLERANCE } from '#domain/budget/groupes'
import { ratio, somme, type Montant } from '#domain/budget/montant'
import { detailsDe, subventionDuDepartement, totauxDe } from '#domain/budget/totaux'
import { plier } from '#domain/texte'

/** What is asked of the Département: what the dossier says, else what the workbook itself says. */
export const montantDemandeDe = (budget: BudgetLu, { montantDemandeCents }: Attentes): Montant | null =>
  montantDemandeCents ?? budget.montantDemande?.montantCents ?? null

/** B06, B07, B08, B11: who pays, how much of it is public, and within what the campagne allows. */
export function constatsFinancement(budget: BudgetLu, attentes: Attentes): Constat[] {
  const montantDemande = montantDemandeDe(budget, attentes)
  return [
    limites(budget, montantDemande, attentes),
    taux(budget, montantDemande, attentes),
    partPublique(budget, attentes),
    cofinancements(budget),
  ].filter((constat) => constat !== null)
}

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
  const cellule = budget.montantDemande?.cellule ?? subventionDuDepartement(budget)?.cellule ?? null
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
  const cellule = subventionDuDepartement(budget)?.cellule ?? null
  return { regle: 'B07', gravite, cellule, cas: 'TAUX_DEPASSE', taux: valeur, max: tauxMax }
}

/** The lines of account 74: its details, or the group alone when it has none. */
const subventions = (budget: BudgetLu): LigneBudget[] =>
  budget.lignes.filter(
    (l, rang) =>
      l.cote === 'PRODUITS' &&
      /^74/.test(l.code) &&
      (l.nature === 'DETAIL' || (l.nature === 'GROUPE' && detailsDe(budget, rang).length === 0)),
  )

const estPublique = ({ code, libelle }: LigneBudget): boolean =>
  !/^74aidespriv/i.test(code) && !/aides? privees?|fondations?|mecenat|dons?\b/.test(plier(libelle))

const total = (lignes: readonly LigneBudget[]): Montant => somme(lignes.map((l) => l.montantCents ?? 0n))

/** Public money ÷ total of the resources, 0 to 1; null when there are none. */
export const partPubliqueDe = (budget: BudgetLu): number | null =>
  ratio(total(subventions(budget).filter(estPublique)), totauxDe(budget).produits)

function partPublique(budget: BudgetLu, { partPubliqueMax }: Attentes): Constat | null {
  const publiques = subventions(budget).filter(estPublique)
  const part = partPubliqueDe(budget)
  if (part === null || partPubliqueMax == null || part <= partPubliqueMax) return null
  const cellule = publiques[0]?.cellule ?? null
  return { regle: 'B08', gravite: 'AVERTISSEMENT', cellule, cas: 'PART_PUBLIQUE', part, max: partPubliqueMax }
}

/** B11 where the workbook has a sheet of funders: what they give must be what account 74 says. A refused request gives nothing. */
function cofinancements(budget: BudgetLu): Constat | null {
  const retenus = budget.cofinancements.filter(({ etat }) => !/^refus/.test(plier(etat)))
  const lignes = subventions(budget)
  if (retenus.length === 0 || lignes.length === 0) return null
  const calcule = somme(retenus.map(({ montantCents }) => montantCents ?? 0n))
  const ecrit = total(lignes)
  if (ecart(ecrit, calcule) <= TOLERANCE) return null
  return {
    regle: 'B11',
    gravite: 'AVERTISSEMENT',
    cellule: retenus[0]?.cellule ?? null,
    cas: 'COFINANCEMENTS_INEGAUX',
    ecrit,
    calcule,
  }
}
