/**
 * Folds a text for comparison (docs/domaine.md § 5): no accent, no case, ligatures opened, anything that is
 * neither a letter nor a digit becomes one space. `Œuf-en-Ternois` and `OEUF EN TERNOIS` fold alike.
 */
export const plier = (texte: string): string =>
  texte
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/[øð]/g, 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** One line, single spaces (no-break spaces included), no invisible or control character: a text as a person would retype it. */
export const nettoyer = (texte: string): string =>
  texte
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Cuts after `max` code points, and says so with an ellipsis counted in the limit. */
export function abreger(texte: string, max: number): string {
  const points = Array.from(texte)
  return points.length <= max ? texte : `${points.slice(0, max - 1).join('')}…`
}

/** Number of characters as a person counts them: code points once accents are composed (docs/domaine.md § 1.4). */
export const longueur = (texte: string): number => Array.from(texte.normalize('NFC')).length

const ENUMERATION = new Intl.ListFormat('fr-FR')

/** `a, b et c`. */
export const enumerer = (mots: readonly string[]): string => ENUMERATION.format(mots)

type Plie = { texte: string; places: number[] }

/** A text without case, accents or runs of spaces, and where each of its characters stands in the original. */
export function plierAvecPlaces(texte: string): Plie {
  const plie: string[] = []
  const places: number[] = []
  let blanc = true
  for (let i = 0; i < texte.length; i += 1) {
    const lettre = texte[i] ?? ''
    const estBlanche = /[\s\u00a0\u202f]/u.test(lettre)
    const rendu = estBlanche ? (blanc ? '' : ' ') : lettre.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    if (rendu === '') continue
    blanc = estBlanche
    plie.push(rendu)
    for (let n = 0; n < rendu.length; n += 1) places.push(i)
  }
  return { texte: plie.join(''), places }
}
