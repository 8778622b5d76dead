import type { Cote } from '#domain/budget/budget'
import { celluleDe, type Cellule, type Feuille } from '#domain/budget/grille'
import { texteDe } from '#domain/budget/lire-cellule'
import { parseMontant } from '#domain/budget/montant'
import { plier } from '#domain/texte'

/** Where one side of the budget stands: its rows, its columns, and the column of its amounts. */
export type Bloc = {
  cote: Cote
  feuille: Feuille
  lignes: { premiere: number; derniere: number }
  colonnes: { premiere: number; derniere: number }
  montant: number
}

type Place = { ligne: number; colonne: number }

const SUITE_ENTETE =
  '(?: (?:previsionnel(?:le)?s?|du projet|de l action|directes?|en euros?|eur|euros?|ttc|montants?|libelles?|\\d{4}))*$'
const ENTETES: Record<Cote, RegExp> = {
  CHARGES: new RegExp(`^(?:natures? des |libelles? (?:des )?|i |1 )?(?:charges|depenses|emplois)${SUITE_ENTETE}`),
  PRODUITS: new RegExp(`^(?:natures? des |libelles? (?:des )?|ii |2 )?(?:produits|recettes|ressources)${SUITE_ENTETE}`),
}
const TOTAUX: Record<Cote, RegExp> = {
  CHARGES: /^total (?:general )?(?:des |de )?(?:charges|depenses|emplois)/,
  PRODUITS: /^total (?:general )?(?:des |de )?(?:produits|recettes|ressources)/,
}
const MONTANT = /^(montants?|previsions?|previsionnel|prevu|euros?|eur|somme|budget|total)\b/

/** A code of the chart: `60`, `625`, `74dep`. */
export const CODE = /^\d{2,4}(?:[a-z][a-z]*)?$/i

/** A heading repeated more often than this is not a heading. */
const PLACES_MAX = 50

const cellulesDe = (feuille: Feuille): Cellule[] => [...feuille.lignes.values()].flatMap((ligne) => [...ligne.values()])

const placesDe = (feuille: Feuille, motif: RegExp): Place[] =>
  cellulesDe(feuille)
    .filter((cellule) => typeof cellule.valeur === 'string' && motif.test(plier(cellule.valeur)))
    .sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne)
    .slice(0, PLACES_MAX)

const derniereLigne = (feuille: Feuille): number =>
  [...feuille.lignes.keys()].reduce((max, ligne) => Math.max(max, ligne), 0)
const derniereColonne = (feuille: Feuille): number =>
  cellulesDe(feuille).reduce((max, { colonne }) => Math.max(max, colonne), 0)

/** Rows of the same table: two titles one above the other are one heading, and the lower one is nearer to the lines. */
const COTE_A_COTE = 2

/** The two headings that go together, as low as the heading goes. */
function paire(feuille: Feuille, motifs: Record<Cote, RegExp>): Record<Cote, Place> | null {
  const charges = placesDe(feuille, motifs.CHARGES)
  const produits = placesDe(feuille, motifs.PRODUITS)
  const couples = charges.flatMap((c) => produits.map((p) => ({ CHARGES: c, PRODUITS: p })))
  const ecart = ({ CHARGES, PRODUITS }: Record<Cote, Place>) => Math.abs(CHARGES.ligne - PRODUITS.ligne)
  const voisins = couples.filter(
    (couple) => ecart(couple) <= COTE_A_COTE && couple.CHARGES.colonne !== couple.PRODUITS.colonne,
  )
  const premier = voisins[0]
  if (!premier) return couples.find(({ CHARGES, PRODUITS }) => CHARGES.ligne !== PRODUITS.ligne) ?? null
  return voisins.filter(({ CHARGES }) => CHARGES.ligne - premier.CHARGES.ligne <= COTE_A_COTE).at(-1) ?? premier
}

/** Both sides on one sheet, beside or below each other, by their headings or else by their totals. Empty when there is no budget here. */
export function blocsDe(feuille: Feuille): Bloc[] {
  const entetes = paire(feuille, ENTETES)
  if (entetes) return placer(feuille, entetes, 'ENTETE')
  const totaux = paire(feuille, TOTAUX)
  return totaux ? placer(feuille, totaux, 'TOTAL') : []
}

/** One side that has a sheet of its own, by its heading, its total, or the name of the sheet. */
export function blocSeul(feuille: Feuille, cote: Cote): Bloc | null {
  const entete = placesDe(feuille, ENTETES[cote])[0]
  if (!entete && placesDe(feuille, TOTAUX[cote]).length === 0 && !ENTETES[cote].test(plier(feuille.nom))) return null
  const colonnes = { premiere: 1, derniere: derniereColonne(feuille) }
  const lignes = { premiere: entete ? entete.ligne + 1 : 1, derniere: derniereLigne(feuille) }
  return finir({ cote, feuille, lignes, colonnes }, entete ?? { ligne: 0, colonne: 1 })
}

function placer(feuille: Feuille, places: Record<Cote, Place>, repere: 'ENTETE' | 'TOTAL'): Bloc[] {
  const { CHARGES, PRODUITS } = places
  const derniere = derniereLigne(feuille)
  const debut = (place: Place) => (repere === 'ENTETE' ? place.ligne + 1 : 1)
  if (Math.abs(CHARGES.ligne - PRODUITS.ligne) > COTE_A_COTE || CHARGES.colonne === PRODUITS.colonne) {
    return empiler(feuille, places, repere)
  }
  const [gauche, droite]: [Cote, Cote] =
    CHARGES.colonne < PRODUITS.colonne ? ['CHARGES', 'PRODUITS'] : ['PRODUITS', 'CHARGES']
  const lignes = { premiere: Math.max(debut(CHARGES), debut(PRODUITS)), derniere }
  const limite = debutDeDroite(feuille, { gauche: places[gauche], droite: places[droite] }, { lignes, cote: droite })
  const zones: Record<'gauche' | 'droite', Bloc['colonnes']> = {
    gauche: { premiere: 1, derniere: limite - 1 },
    droite: { premiere: limite, derniere: derniereColonne(feuille) },
  }
  return [
    finir({ cote: gauche, feuille, lignes, colonnes: zones.gauche }, places[gauche]),
    finir({ cote: droite, feuille, lignes, colonnes: zones.droite }, places[droite]),
  ].filter((bloc) => bloc !== null)
}

function empiler(feuille: Feuille, places: Record<Cote, Place>, repere: 'ENTETE' | 'TOTAL'): Bloc[] {
  const [haut, bas]: [Cote, Cote] =
    places.CHARGES.ligne < places.PRODUITS.ligne ? ['CHARGES', 'PRODUITS'] : ['PRODUITS', 'CHARGES']
  const derniere = derniereLigne(feuille)
  const colonnes = { premiere: 1, derniere: derniereColonne(feuille) }
  const coupe = repere === 'ENTETE' ? places[bas].ligne - 1 : places[haut].ligne
  const premiere = repere === 'ENTETE' ? places[haut].ligne + 1 : 1
  return [
    finir({ cote: haut, feuille, lignes: { premiere, derniere: coupe }, colonnes }, places[haut]),
    finir(
      { cote: bas, feuille, lignes: { premiere: repere === 'ENTETE' ? coupe + 2 : coupe + 1, derniere }, colonnes },
      places[bas],
    ),
  ].filter((bloc) => bloc !== null)
}

const colonnesEntre = (premiere: number, derniere: number): number[] =>
  Array.from({ length: Math.max(0, derniere - premiere + 1) }, (_, i) => premiere + i)

/** The rows of a sheet that hold something, in order: a cell lost at the bottom of a sheet costs one row. */
export const lignesEntre = (feuille: Feuille, { premiere, derniere }: Bloc['lignes']): number[] =>
  [...feuille.lignes.keys()].filter((ligne) => ligne >= premiere && ligne <= derniere).sort((a, b) => a - b)

/** The right side begins at its heading, or one column before when that column holds its codes. */
function debutDeDroite(
  feuille: Feuille,
  { gauche, droite }: Record<'gauche' | 'droite', Place>,
  { lignes, cote }: { lignes: Bloc['lignes']; cote: Cote },
): number {
  const avant = droite.colonne - 1
  if (avant <= gauche.colonne + 1 || MONTANT.test(plier(texteDe(celluleDe(feuille, droite.ligne, avant)))))
    return droite.colonne
  const remplies = lignesEntre(feuille, lignes)
    .map((ligne) => texteDe(celluleDe(feuille, ligne, avant)))
    .filter((texte) => texte !== '')
  const attendu = cote === 'PRODUITS' ? /^(7|87)/ : /^(6|86)/
  const codes = remplies.filter((texte) => CODE.test(texte) && attendu.test(texte))
  return codes.length * 2 > remplies.length ? avant : droite.colonne
}

/** Chooses the column of amounts: the first whose heading says so, else the one with most amounts. */
function finir(bloc: Omit<Bloc, 'montant'>, entete: Place): Bloc | null {
  const { feuille, lignes, colonnes } = bloc
  const candidates = colonnesEntre(entete.colonne + (entete.ligne > 0 ? 1 : 0), colonnes.derniere)
  const dite = candidates.find((colonne) =>
    [entete.ligne, entete.ligne + 1].some((ligne) => MONTANT.test(plier(texteDe(celluleDe(feuille, ligne, colonne))))),
  )
  if (dite !== undefined) return { ...bloc, montant: dite }
  const remplies = lignesEntre(feuille, lignes)
  const compte = (colonne: number) => remplies.filter((ligne) => isMontant(celluleDe(feuille, ligne, colonne))).length
  const [meilleure] = candidates
    .map((colonne) => ({ colonne, n: compte(colonne) }))
    .sort((a, b) => b.n - a.n || a.colonne - b.colonne)
  return meilleure && meilleure.n > 0 ? { ...bloc, montant: meilleure.colonne } : null
}

const isMontant = (cellule: Cellule | undefined): boolean => {
  if (!cellule) return false
  if (cellule.formule !== undefined || typeof cellule.valeur === 'number') return true
  return typeof cellule.valeur === 'string' && /[\d]/.test(cellule.valeur) && parseMontant(cellule.valeur) !== null
}
