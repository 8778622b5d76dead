import type { LigneBudget } from '#domain/budget/budget'
import { lignesEntre, type Bloc } from '#domain/budget/lecture/blocs'
import { isMontant } from '#domain/budget/lecture/colonne-montant'
import { CODE } from '#domain/budget/lecture/entetes'
import { adresse, celluleDe, entiere, type Cellule, type Classeur } from '#domain/budget/lecture/grille'
import { lireMontant, recalculer, texteDe } from '#domain/budget/lecture/lire-cellule'
import { natureEcrite } from '#domain/budget/lecture/nature-ligne'
import { plier } from '#domain/texte'

/** A budget has tens of lines; a sheet that has more is something else, and is read no further. */
const LIGNES_MAX = 1_000

/** Headings without a single amount or formula under them are words, and no side of a budget. */
export const aUnMontant = (bloc: Bloc): boolean =>
  lignesEntre(bloc.feuille, bloc.lignes).some((ligne) => {
    const cellule = celluleDuMontant(bloc, ligne)
    return (
      cellule !== undefined &&
      (typeof cellule.valeur === 'number' || cellule.formule !== undefined || isMontant(cellule))
    )
  })

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

/** What an amount of a side counts for, where its sheet says thousands of euros. */
export const enMilliers = <T extends { montantCents: bigint | null }>(lu: T, bloc: Bloc | undefined): T =>
  bloc?.milliers && lu.montantCents !== null ? { ...lu, montantCents: lu.montantCents * 1_000n } : lu

/** The lines of one side as they are written, before they are grouped. A formula is worked out on the whole sheet. */
export function lireLignes(classeur: Classeur, bloc: Bloc): LigneBudget[] {
  const { cote, feuille } = bloc
  const lues: LigneBudget[] = []
  let totalVu = false
  let dansNature = false
  for (const ligne of lignesEntre(feuille, bloc.lignes)) {
    if (lues.length >= LIGNES_MAX) break
    const cellule = celluleDuMontant(bloc, ligne)
    const ecrit = { cote, ...lireLibelle(bloc, ligne) }
    const montant = enMilliers(lireMontant(classeur, entiere(classeur, feuille), cellule), bloc)
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
  const recalcule = enMilliers({ montantCents: recalculer(classeur, entiere(classeur, feuille), cellule) }, bloc)
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
