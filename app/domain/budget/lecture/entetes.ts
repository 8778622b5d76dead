import type { Cote } from '#domain/budget/budget'
import type { Cellule, Feuille } from '#domain/budget/lecture/grille'
import { plier } from '#domain/texte'

export type Place = { ligne: number; colonne: number }

const COTES = {
  CHARGES: 'charges|depenses|emplois|expenses|expenditures?|costs|ausgaben',
  PRODUITS: 'produits|recettes|ressources|incomes?|revenues?|resources|einnahmen',
} as const

const SUITE =
  '(?: (?:previsionnel(?:le)?s?|du projet|de l action|directes?|en k? ?euros?|en milliers d euros|keuros?|k|en|eur|euros?|ttc|montants?|libelles?|\\d{4}))*$'
const AVANT = '^(?:natures? des |libelles? (?:des )?|les |i |1 |2 |ii |a |b |planned |estimated |project )?'

/** The heading of a side, folded: « CHARGES PRÉVISIONNELLES (en €) », « II. RESSOURCES », « Expenses ». */
export const ENTETES: Record<Cote, RegExp> = {
  CHARGES: new RegExp(`${AVANT}(?:${COTES.CHARGES})${SUITE}`),
  PRODUITS: new RegExp(`${AVANT}(?:${COTES.PRODUITS})${SUITE}`),
}

/** The line that closes a side, folded. */
export const TOTAUX: Record<Cote, RegExp> = {
  CHARGES: new RegExp(`^(?:grand )?total (?:general )?(?:des |de |of )?(?:${COTES.CHARGES})`),
  PRODUITS: new RegExp(`^(?:grand )?total (?:general )?(?:des |de |of )?(?:${COTES.PRODUITS})`),
}

/** A code of the chart: `60`, `625`, `74dep`. */
export const CODE = /^\d{2,4}(?:[a-z][a-z]*)?$/i

/** A heading repeated more often than this is not a heading. */
const PLACES_MAX = 50

/** Rows of the same table: two titles one above the other are one heading, and the lower one is nearer to the lines. */
export const COTE_A_COTE = 2

export const cellulesDe = (feuille: Feuille): Cellule[] =>
  [...feuille.lignes.values()].flatMap((ligne) => [...ligne.values()])

/** Where a wording stands on a sheet, from the top. */
export const placesDe = (feuille: Feuille, motif: RegExp): Place[] =>
  cellulesDe(feuille)
    .filter((cellule) => typeof cellule.valeur === 'string' && motif.test(plier(cellule.valeur)))
    .sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne)
    .slice(0, PLACES_MAX)

/** The two headings that go together, as low as the heading goes. */
export function paire(feuille: Feuille, motifs: Record<Cote, RegExp>): Record<Cote, Place> | null {
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

const DU_COTE: Record<Cote, RegExp> = { CHARGES: /^6\d/, PRODUITS: /^7\d/ }
const LABELS: Record<Cote, RegExp> = {
  CHARGES: /^(achats|services exterieurs|autres services exterieurs|impots et taxes|charges de personnel)\b/,
  PRODUITS: /^(ventes?|subventions? d exploitation|autres produits de gestion courante|ressources propres)\b/,
}

/** Where each side begins on a sheet without a heading or a total: its codes of the chart, else the names of its groups. */
export function debutsParCodes(feuille: Feuille): Record<Cote, Place> | null {
  const debut = (cote: Cote): Place | null => {
    const places = cellulesDe(feuille).filter(({ valeur }) => {
      const texte = plier(String(valeur ?? ''))
      const premier = texte.split(' ')[0] ?? ''
      return (CODE.test(premier) && DU_COTE[cote].test(premier)) || LABELS[cote].test(texte)
    })
    const colonnes = [...new Set(places.map(({ colonne }) => colonne))]
    const [meilleure] = colonnes
      .map((colonne) => places.filter((place) => place.colonne === colonne))
      .sort((a, b) => b.length - a.length)
    if (!meilleure || meilleure.length < 2) return null
    return meilleure.toSorted((a, b) => a.ligne - b.ligne)[0] ?? null
  }
  const [CHARGES, PRODUITS] = [debut('CHARGES'), debut('PRODUITS')]
  if (!CHARGES || !PRODUITS || (CHARGES.colonne === PRODUITS.colonne && CHARGES.ligne === PRODUITS.ligne)) return null
  return { CHARGES, PRODUITS }
}
