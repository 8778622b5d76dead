import { blocSeul, type Bloc } from '#domain/budget/lecture/blocs'
import type { BudgetLu, Cote, MontantLu, Remarque } from '#domain/budget/budget'
import { lireAnnexes, lireExercice } from '#domain/budget/annexes'
import { adresse, celluleDe, lettresDe, type Classeur, type Feuille } from '#domain/budget/lecture/grille'
import { grouper } from '#domain/budget/lecture/groupes'
import { aUnMontant, enMilliers, lireLignes } from '#domain/budget/lecture/lignes'
import { lireMontant } from '#domain/budget/lecture/lire-cellule'
import { tableauxDe, type Tableau } from '#domain/budget/lecture/tableaux'
import { no, type No, ok, type Ok } from '#domain/result'
import { plier } from '#domain/texte'

export type MotifSansBudget = 'AUCUN_BUDGET' | 'BUDGET_MASQUE' | 'PLUSIEURS_BUDGETS'

/** `feuilles`: the budgets of which nothing says which is that of the project; empty but for PLUSIEURS_BUDGETS. */
type SansBudget = No<MotifSansBudget> & { feuilles: readonly string[] }

/**
 * Finds the budget in a workbook and reads it (docs/domaine.md § 4.2): defined names, then headings, then totals, then codes. Hidden sheets
 * are not read. Where there are several budgets, `feuille` says which to read, by its name; without it, the one of the sheet whose name says more of a
 * project than the others', and none where two say as much or where that sheet holds several: an officer is asked.
 */
export function lireBudget(classeur: Classeur, feuille: string | null): Ok<BudgetLu> | SansBudget {
  const visibles = classeur.feuilles.filter((f) => f.visible)
  const exercice = lireExercice(visibles)
  const { nom, blocs, reste, autres, exAequo } = chercher(classeur, visibles, { exercice, voulue: feuille })
  if (exAequo.length > 1) return { ...no('PLUSIEURS_BUDGETS'), feuilles: exAequo }
  if (blocs.length < 2) {
    const masque = chercher(classeur, classeur.feuilles, { exercice, voulue: null }).blocs.length === 2
    return { ...no(masque ? 'BUDGET_MASQUE' : 'AUCUN_BUDGET'), feuilles: [] }
  }
  const vues = visibles.map((f) => (f.nom === reste?.nom ? reste : f))
  const cotes = (['CHARGES', 'PRODUITS'] as const).map((cote) => {
    const bloc = blocs.find((b) => b.cote === cote)
    return bloc ? grouper(lireLignes(classeur, bloc)) : []
  })
  const charges = cotes[0] ?? []
  const produits = (cotes[1] ?? []).map((l) => (l.groupe === null ? l : { ...l, groupe: l.groupe + charges.length }))
  const lignes = [...charges, ...produits]
  return ok({
    feuille: nom,
    lignes,
    nommes: lireNommes(classeur, blocs, vues),
    ...lireAnnexes(classeur, vues),
    feuillesMasquees: classeur.feuilles.filter((f) => !f.visible).map((f) => f.nom),
    lignesMasquees: lignes.filter((l) => l.masquee).length,
    remarques: remarquesDe(blocs, autres),
  })
}

/** The budget read, `reste` its sheet without the others, and what could have been read; `exAequo`: those between which nothing decides, it among them. */
type Trouves = { nom: string; blocs: Bloc[]; reste: Feuille | null; autres: string[]; exAequo: string[] }

/** What the name of a sheet says of the budget it holds: that of the project first, that of the structure or of last year last. */
function rangDuNom(nom: string): number {
  const plie = plier(nom)
  if (/\b(structure|association|annuel|global|realise|bilan|exemple|modele|notice|precedent|ancien|old|copie)\b/.test(plie)) return 3 // prettier-ignore
  if (/\b(projet|action|sejour|mobilite|project)\b/.test(plie)) return 0
  return /budget/.test(plie) ? 1 : 2
}

/** Tables with both sides, those of the best named sheet first; else two sheets with one side each. */
function chercher(
  classeur: Classeur,
  feuilles: Classeur['feuilles'],
  { exercice, voulue }: { exercice: string | undefined; voulue: string | null },
): Trouves {
  const deLaFeuille = ({ nom, reste }: Tableau) => (nom === voulue ? 2 : reste.nom === voulue ? 1 : 0)
  const trouves = [...feuilles]
    .sort((a, b) => rangDuNom(a.nom) - rangDuNom(b.nom))
    .flatMap((feuille) => tableauxDe(classeur, feuille, exercice))
    .sort((a, b) => deLaFeuille(b) - deLaFeuille(a))
  const [lu, ...autres] = trouves
  if (lu) {
    const rang = ({ reste }: Tableau) => (reste.nom === voulue ? -1 : rangDuNom(reste.nom))
    const exAequo = lu.nom === voulue ? [] : trouves.filter((tableau) => rang(tableau) === rang(lu))
    return { ...lu, autres: autres.map(({ nom }) => nom), exAequo: exAequo.map(({ nom }) => nom) }
  }
  const seul = (cote: Cote) =>
    feuilles.map((f) => blocSeul(f, cote, exercice)).find((bloc) => bloc !== null && aUnMontant(bloc))
  const [charges, produits] = [seul('CHARGES'), seul('PRODUITS')]
  const blocs = charges && produits && charges.feuille !== produits.feuille ? [charges, produits] : []
  return { nom: charges?.feuille.nom ?? '', blocs, reste: null, autres: [], exAequo: [] }
}

function remarquesDe(blocs: readonly Bloc[], autres: string[]): Remarque[] {
  const milliers = blocs.find((bloc) => bloc.milliers)
  const masquees = [
    ...new Set(blocs.flatMap(({ feuille }) => [...feuille.colonnesMasquees].map((c) => `${feuille.nom}!${lettresDe(c)}`))),
  ] // prettier-ignore
  return [
    ...(autres.length > 0 ? [{ cas: 'AUTRES_BUDGETS' as const, feuilles: autres }] : []),
    ...(milliers?.milliers ? [{ cas: 'MILLIERS' as const, cellule: adresse(milliers.feuille.nom, milliers.milliers) }] : []), // prettier-ignore
    ...blocs
      .filter(({ montant }) => montant.ecartees.length > 0)
      .map(({ cote, montant: { entete, ecartees } }) => ({ cas: 'COLONNE_CHOISIE' as const, cote, entete, ecartees })),
    ...(masquees.length > 0 ? [{ cas: 'COLONNES_MASQUEES' as const, colonnes: masquees }] : []),
  ]
}

const NOMS = {
  charges: 'TOTAL_CHARGES',
  produits: 'TOTAL_PRODUITS',
  nature86: 'TOTAL_86',
  nature87: 'TOTAL_87',
  departement: 'SUBV_CD62',
} as const

/** The amount a defined name points at, when the sheet is visible, the cell holds one, and it is not that of another budget. */
function lireNom(
  classeur: Classeur,
  { blocs, vues }: { blocs: readonly Bloc[]; vues: readonly Feuille[] },
  nom: string,
): MontantLu | undefined {
  const cible = classeur.noms.get(nom)
  const feuille = cible && vues.find((f) => f.nom === cible.feuille)
  if (!cible || !feuille) return undefined
  const lu = lireMontant(classeur, feuille, celluleDe(feuille, cible.ligne, cible.colonne))
  const { montantCents } = enMilliers(
    lu,
    blocs.find((bloc) => bloc.feuille.nom === feuille.nom),
  )
  return montantCents === null ? undefined : { montantCents, cellule: adresse(feuille.nom, cible) }
}

function lireNommes(classeur: Classeur, blocs: readonly Bloc[], vues: readonly Feuille[]): BudgetLu['nommes'] {
  const nommes: BudgetLu['nommes'] = {}
  for (const [cle, nom] of Object.entries(NOMS) as [keyof typeof NOMS, string][]) {
    const lu = lireNom(classeur, { blocs, vues }, nom)
    if (lu) nommes[cle] = lu
  }
  return nommes
}
