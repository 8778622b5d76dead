import type { Cote } from '#domain/budget/budget'
import {
  celluleMilliers,
  choisirColonne,
  estEnteteDeMontant,
  isMontant,
  type ColonneChoisie,
} from '#domain/budget/lecture/colonne-montant'
import {
  cellulesDe,
  CODE,
  COTE_A_COTE,
  debutsParCodes,
  ENTETES,
  paire,
  placesDe,
  TOTAUX,
  type Place,
} from '#domain/budget/lecture/entetes'
import { celluleDe, type Etendue, type Feuille } from '#domain/budget/lecture/grille'
import { texteDe } from '#domain/budget/lecture/lire-cellule'
import { plier } from '#domain/texte'

/** Where one side of the budget stands: its rows, the columns of its codes and labels, and the column of its amounts. */
export type Bloc = {
  cote: Cote
  feuille: Feuille
  lignes: Etendue
  libelles: Etendue
  montant: ColonneChoisie
  /** Where the sheet says that its amounts are in thousands of euros. */
  milliers: Place | null
  /** True when both sides share one column of labels: a row without an amount is of the other side. */
  partage: boolean
}

type Part = { cote: Cote; feuille: Feuille; lignes: Etendue; colonnes: Etendue }
type Repere = 'ENTETE' | 'TOTAL'

export const derniereLigne = (feuille: Feuille): number =>
  [...feuille.lignes.keys()].reduce((max, ligne) => Math.max(max, ligne), 0)
export const derniereColonne = (feuille: Feuille): number =>
  cellulesDe(feuille).reduce((max, { colonne }) => Math.max(max, colonne), 0)

/** Both sides on one sheet, by their headings, else their totals, else their codes. Empty when there is no budget here. */
export function blocsDe(feuille: Feuille, exercice?: string): Bloc[] {
  const entetes = paire(feuille, ENTETES)
  const lus = entetes ? placer(feuille, entetes, { repere: 'ENTETE', exercice }) : []
  if (lus.length === 2) return lus
  const totaux = paire(feuille, TOTAUX)
  const parTotaux = totaux ? placer(feuille, totaux, { repere: 'TOTAL', exercice }) : []
  if (parTotaux.length === 2 || entetes) return parTotaux
  const debuts = debutsParCodes(feuille)
  if (!debuts) return []
  const avant = { CHARGES: auDessus(debuts.CHARGES), PRODUITS: auDessus(debuts.PRODUITS) }
  return placer(feuille, avant, { repere: 'ENTETE', exercice })
}

/** Codes stand at the left of their column of labels: the heading would be right above the first. */
const auDessus = ({ ligne, colonne }: Place): Place => ({ ligne: ligne - 1, colonne })

/** One side that has a sheet of its own, by its heading, its total, or the name of the sheet. */
export function blocSeul(feuille: Feuille, cote: Cote, exercice?: string): Bloc | null {
  const entete = placesDe(feuille, ENTETES[cote])[0]
  if (!entete && placesDe(feuille, TOTAUX[cote]).length === 0 && !ENTETES[cote].test(plier(feuille.nom))) return null
  const colonnes = { premiere: 1, derniere: derniereColonne(feuille) }
  const lignes = { premiere: entete ? entete.ligne + 1 : 1, derniere: derniereLigne(feuille) }
  return finir({ cote, feuille, lignes, colonnes }, entete ?? { ligne: 0, colonne: 0 }, exercice)
}

type Lecture = { repere: Repere; exercice: string | undefined }

function placer(feuille: Feuille, places: Record<Cote, Place>, { repere, exercice }: Lecture): Bloc[] {
  const { CHARGES, PRODUITS } = places
  const derniere = derniereLigne(feuille)
  if (Math.abs(CHARGES.ligne - PRODUITS.ligne) > COTE_A_COTE || CHARGES.colonne === PRODUITS.colonne) {
    return empiler(feuille, places, { repere, exercice })
  }
  if (repere === 'ENTETE' && estTableauCommun(feuille, places)) return partager(feuille, places)
  const [gauche, droite]: [Cote, Cote] =
    CHARGES.colonne < PRODUITS.colonne ? ['CHARGES', 'PRODUITS'] : ['PRODUITS', 'CHARGES']
  const premiere = repere === 'ENTETE' ? Math.max(CHARGES.ligne, PRODUITS.ligne) + 1 : 1
  const lignes = { premiere, derniere }
  const limite = debutDeDroite(feuille, { gauche: places[gauche], droite: places[droite] }, { lignes, cote: droite })
  const zones = {
    gauche: { premiere: 1, derniere: limite - 1 },
    droite: { premiere: limite, derniere: derniereColonne(feuille) },
  }
  return [
    finir({ cote: gauche, feuille, lignes, colonnes: zones.gauche }, places[gauche], exercice),
    finir({ cote: droite, feuille, lignes, colonnes: zones.droite }, places[droite], exercice),
  ].filter((bloc) => bloc !== null)
}

/** « Libellé | Dépenses | Recettes »: the headings of the sides are those of two columns of amounts, one beside the other. */
function estTableauCommun(feuille: Feuille, { CHARGES, PRODUITS }: Record<Cote, Place>): boolean {
  const [gauche, droite] = CHARGES.colonne < PRODUITS.colonne ? [CHARGES, PRODUITS] : [PRODUITS, CHARGES]
  if (droite.colonne !== gauche.colonne + 1 || gauche.colonne < 2 || gauche.ligne !== droite.ligne) return false
  const sous = lignesEntre(feuille, { premiere: gauche.ligne + 1, derniere: derniereLigne(feuille) })
  const nombres = (colonne: number) => sous.filter((ligne) => isMontant(celluleDe(feuille, ligne, colonne))).length
  return nombres(gauche.colonne) > 0 && nombres(droite.colonne) > 0
}

function partager(feuille: Feuille, places: Record<Cote, Place>): Bloc[] {
  const premiereDeMontant = Math.min(places.CHARGES.colonne, places.PRODUITS.colonne)
  return (['CHARGES', 'PRODUITS'] as const).map((cote) => ({
    cote,
    feuille,
    lignes: { premiere: places[cote].ligne + 1, derniere: derniereLigne(feuille) },
    libelles: { premiere: 1, derniere: premiereDeMontant - 1 },
    montant: { colonne: places[cote].colonne, entete: '', secours: [], ecartees: [] },
    milliers: celluleMilliers(feuille, { ligne: places[cote].ligne, colonnes: { premiere: 1, derniere: derniereColonne(feuille) } }), // prettier-ignore
    partage: true,
  }))
}

function empiler(feuille: Feuille, places: Record<Cote, Place>, { repere, exercice }: Lecture): Bloc[] {
  const [haut, bas]: [Cote, Cote] =
    places.CHARGES.ligne < places.PRODUITS.ligne ? ['CHARGES', 'PRODUITS'] : ['PRODUITS', 'CHARGES']
  const derniere = derniereLigne(feuille)
  const colonnes = { premiere: 1, derniere: derniereColonne(feuille) }
  const coupe = repere === 'ENTETE' ? places[bas].ligne - 1 : places[haut].ligne
  const premiere = repere === 'ENTETE' ? places[haut].ligne + 1 : 1
  const suite = repere === 'ENTETE' ? coupe + 2 : coupe + 1
  return [
    finir({ cote: haut, feuille, lignes: { premiere, derniere: coupe }, colonnes }, places[haut], exercice),
    finir({ cote: bas, feuille, lignes: { premiere: suite, derniere }, colonnes }, places[bas], exercice),
  ].filter((bloc) => bloc !== null)
}

const colonnesEntre = (premiere: number, derniere: number): number[] =>
  Array.from({ length: Math.max(0, derniere - premiere + 1) }, (_, i) => premiere + i)

/** The rows of a sheet that hold something, in order: a cell lost at the bottom of a sheet costs one row. */
export const lignesEntre = (feuille: Feuille, { premiere, derniere }: Etendue): number[] =>
  [...feuille.lignes.keys()].filter((ligne) => ligne >= premiere && ligne <= derniere).sort((a, b) => a - b)

/** The right side begins at its heading, or one column before when that column holds its codes. */
export function debutDeDroite(
  feuille: Feuille,
  { gauche, droite }: Record<'gauche' | 'droite', Place>,
  { lignes, cote }: { lignes: Etendue; cote: Cote },
): number {
  const avant = droite.colonne - 1
  if (avant <= gauche.colonne + 1 || estEnteteDeMontant(texteDe(celluleDe(feuille, droite.ligne, avant))))
    return droite.colonne
  const remplies = lignesEntre(feuille, lignes)
    .map((ligne) => texteDe(celluleDe(feuille, ligne, avant)))
    .filter((texte) => texte !== '')
  const attendu = cote === 'PRODUITS' ? /^(7|87)/ : /^(6|86)/
  const codes = remplies.filter((texte) => CODE.test(texte) && attendu.test(texte))
  return codes.length * 2 > remplies.length ? avant : droite.colonne
}

function finir({ cote, feuille, lignes, colonnes }: Part, entete: Place, exercice: string | undefined): Bloc | null {
  const candidates = colonnesEntre(entete.colonne + 1, colonnes.derniere)
  const montant = choisirColonne(
    feuille,
    { candidates, lignes: lignesEntre(feuille, lignes), ligneEntete: entete.ligne },
    exercice,
  )
  if (!montant) return null
  const premierMontant = Math.min(montant.colonne, ...montant.secours)
  return {
    cote,
    feuille,
    lignes,
    libelles: { premiere: colonnes.premiere, derniere: premierMontant - 1 },
    montant,
    milliers: entete.ligne > 0 ? celluleMilliers(feuille, { ligne: entete.ligne, colonnes }) : null,
    partage: false,
  }
}
