import { blocsDe, blocSeul, lignesEntre, type Bloc } from '#domain/budget/lecture/blocs'
import type { BudgetLu, Cote, LigneBudget, MontantLu, Remarque } from '#domain/budget/budget'
import { lireAnnexes, lireExercice } from '#domain/budget/annexes'
import { isMontant } from '#domain/budget/lecture/colonne-montant'
import { CODE } from '#domain/budget/lecture/entetes'
import { adresse, celluleDe, lettresDe, type Cellule, type Classeur, type Feuille } from '#domain/budget/lecture/grille'
import { grouper } from '#domain/budget/lecture/groupes'
import { lireMontant, recalculer, texteDe } from '#domain/budget/lecture/lire-cellule'
import { natureEcrite } from '#domain/budget/lecture/nature-ligne'
import { no, type No, ok, type Ok } from '#domain/result'
import { plier } from '#domain/texte'

export type MotifSansBudget = 'AUCUN_BUDGET' | 'BUDGET_MASQUE' | 'PLUSIEURS_BUDGETS'

/** `feuilles`: the sheets of which nothing says which holds the budget of the project; empty but for PLUSIEURS_BUDGETS. */
type SansBudget = No<MotifSansBudget> & { feuilles: readonly string[] }

/** A budget has tens of lines; a sheet that has more is something else, and is read no further. */
const LIGNES_MAX = 1_000

/**
 * Finds the budget in a workbook and reads it (docs/domaine.md § 4.2): defined names, then headings, then totals, then codes. Hidden sheets
 * are not read. Where several sheets hold a budget, `feuille` says which to read; without it, the one whose name says more of a project than the
 * others', and none where two say as much: an officer is asked.
 */
export function lireBudget(classeur: Classeur, feuille: string | null): Ok<BudgetLu> | SansBudget {
  const visibles = classeur.feuilles.filter((f) => f.visible)
  const exercice = lireExercice(visibles)
  const { blocs, autres, exAequo } = chercher(visibles, { exercice, voulue: feuille })
  if (exAequo.length > 1) return { ...no('PLUSIEURS_BUDGETS'), feuilles: exAequo }
  if (blocs.length < 2) {
    const masque = chercher(classeur.feuilles, { exercice, voulue: null }).blocs.length === 2
    return { ...no(masque ? 'BUDGET_MASQUE' : 'AUCUN_BUDGET'), feuilles: [] }
  }
  const cotes = (['CHARGES', 'PRODUITS'] as const).map((cote) => {
    const bloc = blocs.find((b) => b.cote === cote)
    return bloc ? grouper(lireLignes(classeur, bloc)) : []
  })
  const charges = cotes[0] ?? []
  const produits = (cotes[1] ?? []).map((l) => (l.groupe === null ? l : { ...l, groupe: l.groupe + charges.length }))
  const lignes = [...charges, ...produits]
  return ok({
    feuille: blocs[0]?.feuille.nom ?? '',
    lignes,
    nommes: lireNommes(classeur, blocs),
    ...lireAnnexes(classeur, visibles),
    feuillesMasquees: classeur.feuilles.filter((f) => !f.visible).map((f) => f.nom),
    lignesMasquees: lignes.filter((l) => l.masquee).length,
    remarques: remarquesDe(blocs, autres),
  })
}

/** `exAequo`: the sheets between which nothing decides, the one read among them. */
type Trouves = { blocs: Bloc[]; autres: string[]; exAequo: string[] }

/** What the name of a sheet says of the budget it holds: that of the project first, that of the structure or of last year last. */
function rangDuNom(nom: string): number {
  const plie = plier(nom)
  if (/\b(structure|association|annuel|global|realise|bilan|exemple|modele|notice|precedent|ancien|old|copie)\b/.test(plie)) return 3 // prettier-ignore
  if (/\b(projet|action|sejour|mobilite|project)\b/.test(plie)) return 0
  return /budget/.test(plie) ? 1 : 2
}

/** Sheets with both sides, the best named first; else two sheets with one side each. */
function chercher(
  feuilles: Classeur['feuilles'],
  { exercice, voulue }: { exercice: string | undefined; voulue: string | null },
): Trouves {
  const trouves = [...feuilles]
    .sort((a, b) => Number(b.nom === voulue) - Number(a.nom === voulue) || rangDuNom(a.nom) - rangDuNom(b.nom))
    .map((feuille) => blocsDe(feuille, exercice))
    .filter((blocs) => blocs.length === 2 && blocs.some(aUnMontant))
  const [blocs] = trouves
  if (blocs) {
    const [lue = '', ...autres] = trouves.flatMap(([bloc]) => bloc?.feuille.nom ?? [])
    const exAequo = lue === voulue ? [] : [lue, ...autres].filter((nom) => rangDuNom(nom) === rangDuNom(lue))
    return { blocs, autres, exAequo }
  }
  const seul = (cote: Cote) =>
    feuilles.map((f) => blocSeul(f, cote, exercice)).find((bloc) => bloc !== null && aUnMontant(bloc))
  const [charges, produits] = [seul('CHARGES'), seul('PRODUITS')]
  return {
    blocs: charges && produits && charges.feuille !== produits.feuille ? [charges, produits] : [],
    autres: [],
    exAequo: [],
  }
}

/** Headings without a single amount or formula under them are words, and no side of a budget. */
const aUnMontant = (bloc: Bloc): boolean =>
  lignesEntre(bloc.feuille, bloc.lignes).some((ligne) => {
    const cellule = celluleDuMontant(bloc, ligne)
    return (
      cellule !== undefined &&
      (typeof cellule.valeur === 'number' || cellule.formule !== undefined || isMontant(cellule))
    )
  })

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

type Ecriture = { code: string; libelle: string }

/** The code and the label of a row: `625` and `Déplacements`, or both in one cell, `625 - Déplacements`. */
function lireLibelle({ feuille, libelles }: Bloc, ligne: number): Ecriture {
  let code = ''
  let libelle = ''
  let commun = ''
  for (let colonne = libelles.premiere; colonne <= libelles.derniere; colonne += 1) {
    const cellule = celluleDe(feuille, ligne, colonne)
    const texte = texteDe(cellule)
    if (texte === '') continue
    if (code === '' && libelle === '' && CODE.test(texte)) code = texte
    else if (cellule?.fusionnee) commun ||= texte
    else if (libelle === '') libelle = texte
  }
  libelle ||= commun
  const ensemble = /^(\d{2,4}[a-z]*)(?:\s*[-–—.:/]+)?\s+(\S.*)$/i.exec(libelle)
  if (code === '' && ensemble?.[1] && ensemble[2] && CODE.test(ensemble[1]))
    return { code: ensemble[1], libelle: ensemble[2] }
  return { code, libelle }
}

const ENTETE_DE_MONTANT =
  /^(montants?|previsions?|previsionnel|prevu|realise|euros?|eur|en euros|total|cout|valeur|amount)\b/

/** The cell of the amount of a row: that of the column read, else that of a column that completes it. */
function celluleDuMontant({ feuille, montant }: Bloc, ligne: number): Cellule | undefined {
  const premiere = celluleDe(feuille, ligne, montant.colonne)
  if (premiere && (premiere.formule !== undefined || texteDe(premiere) !== '')) return premiere
  return montant.secours.map((colonne) => celluleDe(feuille, ligne, colonne)).find((c) => c !== undefined)
}

const enMilliers = <T extends { montantCents: bigint | null }>(lu: T, bloc: Bloc | undefined): T =>
  bloc?.milliers && lu.montantCents !== null ? { ...lu, montantCents: lu.montantCents * 1_000n } : lu

function lireLignes(classeur: Classeur, bloc: Bloc): LigneBudget[] {
  const { cote, feuille } = bloc
  const lues: LigneBudget[] = []
  let totalVu = false
  let dansNature = false
  for (const ligne of lignesEntre(feuille, bloc.lignes)) {
    if (lues.length >= LIGNES_MAX) break
    const cellule = celluleDuMontant(bloc, ligne)
    const ecrit = { cote, ...lireLibelle(bloc, ligne) }
    const montant = enMilliers(lireMontant(classeur, feuille, cellule), bloc)
    if (ecrit.code === '' && ecrit.libelle === '') continue
    if (bloc.partage && montant.texteLu === '') continue
    if (montant.enTexte && ENTETE_DE_MONTANT.test(plier(montant.texteLu))) continue
    const nature = natureEcrite(ecrit, { totalVu, dansNature })
    if (ecrit.code === '' && montant.texteLu === '' && (totalVu || dansNature || nature === 'TOTAL')) continue
    if (totalVu && nature === 'DETAIL') continue
    totalVu ||= nature === 'TOTAL'
    dansNature = nature === 'NATURE' || nature === 'DETAIL_NATURE'
    lues.push(enLigne(classeur, bloc, { ...ecrit, ...montant, nature, ligne, cellule }))
  }
  return lues
}

type Lue = Ecriture &
  Pick<LigneBudget, 'cote' | 'nature' | 'montantCents' | 'texteLu' | 'enTexte'> & {
    ligne: number
    cellule: Cellule | undefined
  }

function enLigne(classeur: Classeur, bloc: Bloc, { ligne, cellule, ...lue }: Lue): LigneBudget {
  const { feuille, montant } = bloc
  const colonne = cellule?.colonne ?? montant.colonne
  const recalcule = enMilliers({ montantCents: recalculer(classeur, feuille, cellule) }, bloc)
  return {
    ...lue,
    groupe: null,
    feuille: feuille.nom,
    cellule: adresse(feuille.nom, { ligne, colonne }),
    ...(cellule?.formule !== undefined && { formule: cellule.formule }),
    calculeCents: recalcule.montantCents,
    masquee: feuille.lignesMasquees.has(ligne) || feuille.colonnesMasquees.has(colonne),
  }
}

const NOMS = {
  charges: 'TOTAL_CHARGES',
  produits: 'TOTAL_PRODUITS',
  nature86: 'TOTAL_86',
  nature87: 'TOTAL_87',
  departement: 'SUBV_CD62',
} as const

/** The amount a defined name points at, when the sheet is visible and the cell holds one. */
function lireNom(classeur: Classeur, blocs: readonly Bloc[], nom: string): MontantLu | undefined {
  const cible = classeur.noms.get(nom)
  const feuille: Feuille | undefined = cible && classeur.feuilles.find((f) => f.nom === cible.feuille && f.visible)
  if (!cible || !feuille) return undefined
  const lu = lireMontant(classeur, feuille, celluleDe(feuille, cible.ligne, cible.colonne))
  const { montantCents } = enMilliers(
    lu,
    blocs.find((bloc) => bloc.feuille === feuille),
  )
  return montantCents === null ? undefined : { montantCents, cellule: adresse(feuille.nom, cible) }
}

function lireNommes(classeur: Classeur, blocs: readonly Bloc[]): BudgetLu['nommes'] {
  const nommes: BudgetLu['nommes'] = {}
  for (const [cle, nom] of Object.entries(NOMS) as [keyof typeof NOMS, string][]) {
    const lu = lireNom(classeur, blocs, nom)
    if (lu) nommes[cle] = lu
  }
  return nommes
}
