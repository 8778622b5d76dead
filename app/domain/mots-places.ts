import { plierAvecPlaces } from '#domain/texte'

/** A place on a page, from its top left corner, as parts of its width and height. */
export type Cadre = { x: number; y: number; largeur: number; hauteur: number }

/** Words of a page where they are drawn; a page is these in the order they are read. */
export type MotPlace = Cadre & { texte: string }

/** Shorter words than this are everywhere. */
const LETTRES_MIN = 2
const TROUVES_MAX = 500

/** The part of these words from one letter to another, all letters being counted as wide as each other. */
function partie({ texte, x, y, largeur, hauteur }: MotPlace, debut: number, fin: number): Cadre {
  const pas = largeur / Math.max(1, texte.length)
  return { x: x + debut * pas, y, largeur: Math.max(pas, (fin - debut) * pas), hauteur }
}

/**
 * Where words stand on a page, each time by the places that cover them: they may go on from one line to the next. Case, accents and runs of spaces
 * may differ. None for fewer than two letters.
 */
export function trouverMots(mots: readonly MotPlace[], cherche: string): Cadre[][] {
  const voulu = plierAvecPlaces(cherche.trim()).texte.trim()
  if (voulu.length < LETTRES_MIN) return []
  const debuts: number[] = []
  let entier = ''
  for (const { texte } of mots) {
    debuts.push(entier.length)
    entier += `${texte} `
  }
  const { texte, places } = plierAvecPlaces(entier)
  const trouves: Cadre[][] = []
  for (let rang = texte.indexOf(voulu); rang >= 0 && trouves.length < TROUVES_MAX;) {
    const debut = places[rang] ?? 0
    const fin = (places[rang + voulu.length - 1] ?? debut) + 1
    trouves.push(
      mots.flatMap((mot, i) => {
        const ici = debuts[i] ?? 0
        const [de, a] = [Math.max(debut - ici, 0), Math.min(fin - ici, mot.texte.length)]
        return de < a ? [partie(mot, de, a)] : []
      }),
    )
    rang = texte.indexOf(voulu, rang + voulu.length)
  }
  return trouves
}

/** Places on one page of a document. */
export type Marque = { page: number; places: readonly Cadre[] }

/** Longer words than this are looked for by their beginning. */
const LUS_MAX = 300
/** Words met more often on one page point at nothing. */
const MEMES_MAX = 3

const estMot = (lettre: string | undefined): boolean => lettre !== undefined && /[\p{L}\d]/u.test(lettre)

/** How surely words are those that were read: alone in their run, as in a cell; after a label; else anywhere. */
function surete(mots: readonly MotPlace[], voulu: string): { rang: number; places: Cadre[] }[] {
  return trouverMots(mots, voulu).flatMap((places) => {
    const [premiere] = places
    const porteur =
      premiere && mots.find(({ x, y, largeur }) => y === premiere.y && x <= premiere.x && x + largeur > premiere.x)
    if (!premiere || !porteur) return []
    const plie = plierAvecPlaces(porteur.texte).texte
    if (plie.trim() === voulu) return [{ rang: 2, places }]
    const debut = plie.indexOf(voulu)
    // Across several runs, as they were read.
    if (debut < 0) return [{ rang: 1, places }]
    if (estMot(plie[debut - 1]) || estMot(plie[debut + voulu.length])) return []
    return [{ rang: /[:?]\s*$/.test(plie.slice(0, debut)) ? 1 : 0, places }]
  })
}

/**
 * Where the words that a value was read from stand in a document, on the page said when one is, else on the first that has them; whole words only,
 * and those before the ellipsis of words cut short. Null when they are nowhere, or too often to be told apart: nothing is pointed at rather than something else.
 */
export function placerLus(
  pages: readonly (readonly MotPlace[])[],
  { mots, page }: { mots: string; page: number | null },
): Marque | null {
  const voulu = plierAvecPlaces(mots.trim().replace(/…$/, '').slice(0, LUS_MAX)).texte.trim()
  const rangs = page === null ? pages.map((_, rang) => rang) : [page - 1]
  for (const rang of rangs) {
    const trouves = surete(pages[rang] ?? [], voulu)
    const meilleur = Math.max(...trouves.map((un) => un.rang))
    const retenus = trouves.filter((un) => un.rang === meilleur)
    if (retenus.length > 0 && retenus.length <= MEMES_MAX)
      return { page: rang + 1, places: retenus.flatMap(({ places }) => places) }
  }
  return null
}
