import { type Jour, parseJour } from '#domain/temps/jour'

/** What a sentence says before the last day of something: « avant le », « jusqu’au », « au plus tard le », « d’ici le ». */
const MARQUES = String.raw`(?:avant|jusqu'au|jusqu'a|au plus tard|d'ici|date limite[^.\n\d]{0,40}?|dernier delai\s*:?)`
const SEMAINE = String.raw`(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?`
const JOUR = String.raw`(\d{1,2}(?:er)? [a-z]+ \d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})`
const ECHEANCE = new RegExp(String.raw`\b${MARQUES} ?(?:le |au |a )?${SEMAINE}${JOUR}`, 'g')

const simplifier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s\u00a0\u202f]+/gu, ' ')

/**
 * The last days that words written by hand give to somebody: « avant le 30 septembre 2025 », « jusqu’au 3/4/2025 inclus ». A day without its
 * year, or that nothing announces as a limit, is not one.
 */
export function echeancesEcrites(texte: string): Jour[] {
  const jours = [...simplifier(texte).matchAll(ECHEANCE)].flatMap(([, jour = '']) => parseJour(jour) ?? [])
  return [...new Set(jours)].sort()
}
