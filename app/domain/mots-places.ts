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
