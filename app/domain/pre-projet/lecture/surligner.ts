import { plierAvecPlaces } from '#domain/texte'

/** A stretch of a text: its first character and the one after its last. */
export type Etendue = { debut: number; fin: number }

/** Longer words than this are pointed at by their beginning. */
const MOTS_MAX = 400

/**
 * Where the words that a value was read from stand in a text, from `depuis` on, else anywhere. Spaces, line ends, case and accents may differ. Null
 * when they are not there: nothing is pointed at rather than something else.
 */
export function chercherMots(texte: string, mots: string, depuis = 0): Etendue | null {
  const cherche = plierAvecPlaces(mots.trim().slice(0, MOTS_MAX)).texte.trim()
  if (cherche.length === 0) return null
  const { texte: plie, places } = plierAvecPlaces(texte)
  const apres = places.findIndex((place) => place >= depuis)
  const trouve = depuis > 0 && apres >= 0 ? plie.indexOf(cherche, apres) : -1
  const rang = trouve >= 0 ? trouve : plie.indexOf(cherche)
  const [debut, dernier] = [places[rang], places[rang + cherche.length - 1]]
  return rang < 0 || debut === undefined || dernier === undefined ? null : { debut, fin: dernier + 1 }
}

/** The three parts of a text around a stretch of it. */
export const decouper = (texte: string, { debut, fin }: Etendue): [string, string, string] => [
  texte.slice(0, debut),
  texte.slice(debut, fin),
  texte.slice(fin),
]

/** Where line `numero` of a mail's body begins, lines quoted from an earlier mail not being counted; 0 when there is no such line. */
export function debutDeLigne(texte: string, numero: number): number {
  let vues = 0
  let place = 0
  for (const ligne of texte.split('\n')) {
    if (!/^\s*>/.test(ligne)) vues += 1
    if (vues === numero) return place
    place += ligne.length + 1
  }
  return 0
}

/** The number said by a place: « page 3 », « ligne 12 »; null for another kind of place. */
export function numeroDe(mot: 'page' | 'ligne', endroit: string): number | null {
  const trouve = new RegExp(`^${mot} (\\d{1,6})\\b`).exec(endroit)?.[1]
  return trouve === undefined ? null : Number(trouve)
}
