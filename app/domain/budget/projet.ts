import { lirePeriode } from '#domain/budget/lecture/periode'
import type { BudgetLu, LigneBudget } from '#domain/budget/budget'
import type { Attentes, Constat } from '#domain/budget/constat'
import { montantDemandeDe } from '#domain/budget/financement'
import { TOLERANCE } from '#domain/budget/lecture/groupes'
import { ratio, type Montant } from '#domain/budget/montant'
import { motsCommuns } from '#domain/budget/lecture/mots-communs'
import { lignesPorteuses, origineDe, totalDesLignes } from '#domain/budget/lecture/ressources'
import { derniereCellule, totalEcrit, totauxDe } from '#domain/budget/totaux'
import { daysBetween } from '#domain/temps/jour'
import { periodeDeCampagne, sortieDePeriode } from '#domain/temps/periode'
import { plier } from '#domain/texte'

/** Travel over this share of a mobility budget is worth a question (B15). */
const PART_DEPLACEMENTS_MAX = 0.8
/** A cost so many times over or under the median of the campagne is unusual (B16). */
const FOIS_LA_MEDIANE = 2
/** Under this share of common words two names are not the same (B17). */
const MOTS_COMMUNS_MIN = 0.5

/** B13 to B18: the budget against the project, the structure and its other budget. */
export const constatsProjet = (budget: BudgetLu, attentes: Attentes): (Constat | null)[] => [
  exercice(budget, attentes),
  periode(budget, attentes),
  familles(budget, attentes),
  deplacements(budget, attentes),
  cout(budget, attentes),
  ...identite(budget, attentes),
  ...structure(budget, attentes),
]

const celluleIdentite = (budget: BudgetLu, cle: keyof BudgetLu['identification']) =>
  budget.cellules[cle] ?? budget.lignes[0]?.cellule ?? null

function exercice(budget: BudgetLu, { campagne }: Attentes): Constat | null {
  const dit = /\b20\d\d\b/.exec(budget.identification.exercice ?? '')?.[0]
  if (!campagne || !dit || Number(dit) === campagne.annee) return null
  const cellule = celluleIdentite(budget, 'exercice')
  return { regle: 'B13', gravite: 'AVERTISSEMENT', cellule, cas: 'AUTRE_EXERCICE', exercice: dit, annee: campagne.annee } // prettier-ignore
}

/** The dates of the workbook: within what the campagne allows, and those of the form. */
function periode(budget: BudgetLu, { campagne, projet }: Attentes): Constat | null {
  const lue = lirePeriode(budget.identification.periode ?? '')
  if (!lue) return null
  const commun = {
    regle: 'B13',
    gravite: 'AVERTISSEMENT',
    cellule: celluleIdentite(budget, 'periode'),
    ...lue,
  } as const
  if (projet?.debut && projet.fin && (lue.du !== projet.debut || lue.au !== projet.fin)) {
    return { ...commun, cas: 'PERIODE_DIFFERENTE', projetDu: projet.debut, projetAu: projet.fin }
  }
  if (!campagne) return null
  const bornes = periodeDeCampagne(campagne, campagne.annee)
  return sortieDePeriode({ debut: lue.du, fin: lue.au }, bornes)
    ? { ...commun, cas: 'PERIODE_HORS_CAMPAGNE', campagneDu: bornes.du, campagneAu: bornes.au }
    : null
}

/** B14: a collège or a lycée charges families only by a vote of its conseil d'administration, and never for the adults. */
function familles(budget: BudgetLu, { structure: qui, voteDuCa }: Attentes): Constat | null {
  if (qui?.genre !== 'eple' || voteDuCa) return null
  const lignes = lignesPorteuses(budget, 'PRODUITS').filter((ligne) => origineDe(ligne) === 'FAMILLES')
  const montant = totalDesLignes(lignes)
  if (montant <= 0n) return null
  return { regle: 'B14', gravite: 'AVERTISSEMENT', cellule: lignes[0]?.cellule ?? null, cas: 'FAMILLES_SANS_VOTE', montant } // prettier-ignore
}

const estDeplacement = ({ code, libelle }: LigneBudget): boolean =>
  /^(624|625)/.test(code) || /deplacements?|voyages?|transports?|billets?|avion|train\b|autocar|\bbus\b|travel/.test(plier(libelle)) // prettier-ignore

function deplacements(budget: BudgetLu, { projet }: Attentes): Constat | null {
  const { charges } = totauxDe(budget)
  if (projet?.dispositif !== 'MEI' || charges <= 0n) return null
  const lignes = lignesPorteuses(budget, 'CHARGES').filter(estDeplacement)
  const part = ratio(totalDesLignes(lignes), charges) ?? 0
  const commun = { regle: 'B15', gravite: 'INFO', cellule: lignes[0]?.cellule ?? derniereCellule(budget, 'CHARGES') } as const // prettier-ignore
  if (part === 0) return { ...commun, cas: 'DEPLACEMENTS_ABSENTS' }
  return part > PART_DEPLACEMENTS_MAX ? { ...commun, cas: 'DEPLACEMENTS_LOURDS', part } : null
}

/** Total cost ÷ participants ÷ days of the stay; null where the form does not say enough. */
export function coutParPersonneEtParJour(charges: Montant, { projet }: Pick<Attentes, 'projet'>): Montant | null {
  if (!projet?.participants || !projet.debut || !projet.fin || charges <= 0n) return null
  const jours = daysBetween(projet.debut, projet.fin) + 1
  return jours > 0 ? charges / BigInt(projet.participants) / BigInt(jours) : null
}

function cout(budget: BudgetLu, attentes: Attentes): Constat | null {
  const { coutMedianCents: median } = attentes
  const lu = coutParPersonneEtParJour(totauxDe(budget).charges, attentes)
  if (lu === null || median == null || median <= 0n) return null
  const fois = BigInt(FOIS_LA_MEDIANE)
  if (lu <= median * fois && lu * fois >= median) return null
  const cellule = totalEcrit(budget, 'CHARGES')?.cellule ?? derniereCellule(budget, 'CHARGES')
  return { regle: 'B16', gravite: 'INFO', cellule, cas: 'COUT_INHABITUEL', cout: lu, median }
}

/** B17: the workbook is that of this structure and of this project. */
function identite(budget: BudgetLu, { structure: qui, projet }: Attentes): (Constat | null)[] {
  const { siret = '', structure: nom = '', titre = '' } = budget.identification
  const chiffres = siret.replace(/\D/g, '')
  const commun = { regle: 'B17', gravite: 'AVERTISSEMENT', cas: 'IDENTITE_DIFFERENTE' } as const
  const differe = (a: string, b: string) => motsCommuns(a, b) < MOTS_COMMUNS_MIN && plier(a) !== plier(b)
  const autreSiret = qui?.siret && chiffres.length === 14 && chiffres !== qui.siret
  const autreNom = qui && nom !== '' && differe(nom, qui.nom) && (qui.sigle === '' || !plier(nom).includes(plier(qui.sigle))) // prettier-ignore
  const autreTitre = projet && titre !== '' && projet.titre !== '' && differe(titre, projet.titre)
  return [
    autreSiret ? { ...commun, cellule: celluleIdentite(budget, 'siret'), quoi: 'SIRET', classeur: siret, formulaire: qui.siret ?? '' } : null, // prettier-ignore
    autreNom ? { ...commun, cellule: celluleIdentite(budget, 'structure'), quoi: 'STRUCTURE', classeur: nom, formulaire: qui.nom } : null, // prettier-ignore
    autreTitre ? { ...commun, cellule: celluleIdentite(budget, 'titre'), quoi: 'TITRE', classeur: titre, formulaire: projet.titre } : null, // prettier-ignore
  ]
}

/** B18: a project costs no more than its structure spends in the year, and what is asked is in that budget too. */
function structure(budget: BudgetLu, attentes: Attentes): Constat[] {
  const { budgetStructure } = attentes
  if (!budgetStructure) return []
  const montantDemande = montantDemandeDe(budget, attentes)
  const { charges } = totauxDe(budget)
  const commun = { regle: 'B18', gravite: 'AVERTISSEMENT' } as const
  const { departement } = budgetStructure
  const absente = montantDemande !== null && (departement === null || departement + TOLERANCE < montantDemande)
  return [
    ...(charges > budgetStructure.charges + TOLERANCE
      ? [{ ...commun, cellule: totalEcrit(budget, 'CHARGES')?.cellule ?? derniereCellule(budget, 'CHARGES'), cas: 'PROJET_AU_DESSUS_DE_LA_STRUCTURE' as const, projet: charges, structure: budgetStructure.charges }] // prettier-ignore
      : []),
    ...(absente
      ? [{ ...commun, cellule: budget.montantDemande?.cellule ?? derniereCellule(budget, 'PRODUITS'), cas: 'DEMANDE_ABSENTE_DE_LA_STRUCTURE' as const, montantDemande, inscrit: departement }] // prettier-ignore
      : []),
  ]
}
