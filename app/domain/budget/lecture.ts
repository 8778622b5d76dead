import { blocsDe, blocSeul, CODE, lignesEntre, type Bloc } from '#domain/budget/blocs'
import type { BudgetLu, Cote, LigneBudget, MontantLu } from '#domain/budget/budget'
import { lireAnnexes } from '#domain/budget/annexes'
import { adresse, celluleDe, type Classeur } from '#domain/budget/grille'
import { grouper } from '#domain/budget/groupes'
import { lireMontant, texteDe } from '#domain/budget/lire-cellule'
import { natureEcrite } from '#domain/budget/nature-ligne'
import { no, ok, type Result } from '#domain/result'
import { plier } from '#domain/texte'

export type MotifSansBudget = 'AUCUN_BUDGET' | 'BUDGET_MASQUE'

/** A budget has tens of lines; a sheet that has more is something else, and is read no further. */
const LIGNES_MAX = 1_000

/** Finds the budget in a workbook and reads it (domain.md § 4.2): defined names, then headings, then totals. Hidden sheets are not read. */
export function lireBudget(classeur: Classeur): Result<BudgetLu, MotifSansBudget> {
  const visibles = classeur.feuilles.filter((f) => f.visible)
  const blocs = chercher(visibles)
  if (blocs.length < 2) return no(chercher(classeur.feuilles).length < 2 ? 'AUCUN_BUDGET' : 'BUDGET_MASQUE')
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
    nommes: lireNommes(classeur),
    ...lireAnnexes(classeur, visibles),
    feuillesMasquees: classeur.feuilles.filter((f) => !f.visible).map((f) => f.nom),
    lignesMasquees: lignes.filter((l) => l.masquee).length,
  })
}

/** A sheet that says it is the budget comes first; else the first that has both sides; else two sheets with one side each. */
function chercher(feuilles: Classeur['feuilles']): Bloc[] {
  const parNom = [...feuilles].sort((a, b) => Number(/budget/.test(plier(b.nom))) - Number(/budget/.test(plier(a.nom))))
  for (const feuille of parNom) {
    const blocs = blocsDe(feuille)
    if (blocs.length === 2) return blocs
  }
  const seul = (cote: Cote) => feuilles.map((f) => blocSeul(f, cote)).find((bloc) => bloc !== null)
  const [charges, produits] = [seul('CHARGES'), seul('PRODUITS')]
  return charges && produits && charges.feuille !== produits.feuille ? [charges, produits] : []
}

type Ecriture = { code: string; libelle: string }

/** The code and the label of a row: `625` and `Déplacements`, or both in one cell, `625 - Déplacements`. */
function lireLibelle(bloc: Bloc, ligne: number): Ecriture {
  let code = ''
  let libelle = ''
  for (let colonne = bloc.colonnes.premiere; colonne < bloc.montant; colonne += 1) {
    const texte = texteDe(celluleDe(bloc.feuille, ligne, colonne))
    if (texte === '') continue
    if (code === '' && libelle === '' && CODE.test(texte)) code = texte
    else if (libelle === '') libelle = texte
  }
  const ensemble = /^(\d{2,4}[a-z]*)\s*[-–—.:/]*\s+(.+)$/i.exec(libelle)
  if (code === '' && ensemble?.[1] && ensemble[2] && CODE.test(ensemble[1]))
    return { code: ensemble[1], libelle: ensemble[2] }
  return { code, libelle }
}

const ENTETE_DE_MONTANT = /^(montants?|previsions?|previsionnel|prevu|realise|euros?|eur|en euros|total|cout|valeur)\b/

function lireLignes(classeur: Classeur, bloc: Bloc): LigneBudget[] {
  const { cote, feuille } = bloc
  const lues: LigneBudget[] = []
  let totalVu = false
  let dansNature = false
  for (const ligne of lignesEntre(feuille, bloc.lignes)) {
    if (lues.length >= LIGNES_MAX) break
    const cellule = celluleDe(feuille, ligne, bloc.montant)
    const ecrit = { cote, ...lireLibelle(bloc, ligne) }
    const montant = lireMontant(classeur, feuille, cellule)
    if (ecrit.code === '' && ecrit.libelle === '') continue
    if (montant.enTexte && ENTETE_DE_MONTANT.test(plier(montant.texteLu))) continue
    const nature = natureEcrite(ecrit, { totalVu, dansNature })
    if (ecrit.code === '' && montant.texteLu === '' && (totalVu || dansNature || nature === 'TOTAL')) continue
    if (totalVu && nature === 'DETAIL') continue
    totalVu ||= nature === 'TOTAL'
    dansNature = nature === 'NATURE' || nature === 'DETAIL_NATURE'
    lues.push({
      cote,
      nature,
      code: ecrit.code,
      libelle: ecrit.libelle,
      groupe: null,
      ...montant,
      feuille: feuille.nom,
      cellule: adresse(feuille.nom, { ligne, colonne: bloc.montant }),
      ...(cellule?.formule !== undefined && { formule: cellule.formule }),
      masquee: feuille.lignesMasquees.has(ligne),
    })
  }
  return lues
}

const NOMS = {
  charges: 'TOTAL_CHARGES',
  produits: 'TOTAL_PRODUITS',
  nature86: 'TOTAL_86',
  nature87: 'TOTAL_87',
  departement: 'SUBV_CD62',
} as const

/** The amount a defined name points at, when the sheet is visible and the cell holds one. */
export function lireNom(classeur: Classeur, nom: string): MontantLu | undefined {
  const cible = classeur.noms.get(nom)
  const feuille = cible && classeur.feuilles.find((f) => f.nom === cible.feuille && f.visible)
  if (!cible || !feuille) return undefined
  const { montantCents } = lireMontant(classeur, feuille, celluleDe(feuille, cible.ligne, cible.colonne))
  return montantCents === null ? undefined : { montantCents, cellule: adresse(feuille.nom, cible) }
}

function lireNommes(classeur: Classeur): BudgetLu['nommes'] {
  const nommes: BudgetLu['nommes'] = {}
  for (const [cle, nom] of Object.entries(NOMS) as [keyof typeof NOMS, string][]) {
    const lu = lireNom(classeur, nom)
    if (lu) nommes[cle] = lu
  }
  return nommes
}
