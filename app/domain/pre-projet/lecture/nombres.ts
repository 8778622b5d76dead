import { parseMontant, type Montant } from '#domain/budget/montant'
import type { Doute } from '#domain/pre-projet/fiche'

/** A value found in words; null with its reason when the words do not say one. */
export type Trouve<T> = { valeur: T | null; doute?: Doute }

/** Digits in groups of three, or in one run, with at most two decimals. */
const SOMME =
  /\d{1,3}(?:[\s.'’]\d{3})+(?:[,.]\d{1,2})?(?!\d)|\d+(?:[,.]\d{1,2})?(?![\d,.]*\d)|\d+,\d{3}(?:\.\d{1,2})?/gu
const MILLIERS = /^\s*k\s*(?:€|euros?\b)/iu
const POURCENT = /^\s*(?:%|pour ?cent|pourcent)/iu

/**
 * Finds the amount in what is written: `environ 12 500 €`, `12500 euros TTC`, `12.500,00`, `12,5 k€`, `4 000 € (30 %)`.
 * Several different amounts give the first, and the doubt.
 */
export function lireSomme(texte: string): Trouve<Montant> {
  const net = texte.slice(0, 500).replace(/[\s\u200B]+/gu, ' ')
  const montants: Montant[] = []
  for (const trouve of net.matchAll(SOMME)) {
    const suite = net.slice(trouve.index + trouve[0].length)
    if (POURCENT.test(suite)) continue
    const montant = parseMontant(normaliser(trouve[0]))
    if (montant !== null) montants.push(MILLIERS.test(suite) ? montant * 1000n : montant)
  }
  const [premier] = montants
  if (premier === undefined) return { valeur: null, doute: 'VALEUR_ILLISIBLE' }
  return montants.some((montant) => montant !== premier)
    ? { valeur: premier, doute: 'PLUSIEURS_VALEURS' }
    : { valeur: premier }
}

/** `12.500` is twelve thousand five hundred to a French hand; a comma before three digits stays unreadable. */
const normaliser = (lu: string): string => lu.replace(/[.'’](?=\d{3}(?!\d))/gu, ' ')

const UNITES = 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
  ' ',
)
const DIZAINES: Record<string, number> = { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 }

const PERSONNES =
  /(?<![\d/.,])(\d{1,5})\s*(?:jeunes?|[eé]l[eè]ves?|participants?|coll[eé]giens?|lyc[eé]ens?|apprentis?|adolescents?|enfants?|b[eé]n[eé]ficiaires?)/giu

/** Over this, a number of young people is a mistake of typing or of reading. */
const JEUNES_MAX = 2_000

/**
 * Finds how many young people: `42`, `environ 40 jeunes`, `24 jeunes et 3 accompagnateurs`, `vingt-cinq`. Two numbers that may both be the
 * answer (`30 à 40`, `12 filles et 11 garçons`) give none.
 */
export function lireEffectif(texte: string): Trouve<number> {
  const net = texte.slice(0, 500).replace(/\s+/gu, ' ').trim()
  const nommes = [...new Set(Array.from(net.matchAll(PERSONNES), ([, n]) => Number(n)))]
  const fourchette = /\d\s*(?:à|a|-|–|ou|\/)\s*\d/u.test(net)
  const avantParenthese = /^(?:environ |env\.? |~ ?|≈ ?|une? )?(\d{1,5})(?=$|\s*[(,;+]|\s[^\d]*$)/iu.exec(net)
  if (fourchette) return { valeur: null, doute: 'PLUSIEURS_VALEURS' }
  if (nommes.length === 1 && nommes[0] !== undefined) return vraisemblable(nommes[0])
  if (avantParenthese) return vraisemblable(Number(avantParenthese[1]))
  const nombres = [...new Set(Array.from(net.matchAll(/(?<![\d/.,])\d{1,5}(?![\d/]|[.,]\d)/gu), ([n]) => Number(n)))]
  if (nombres.length === 1 && nombres[0] !== undefined) return vraisemblable(nombres[0])
  if (nombres.length > 1) return { valeur: null, doute: 'PLUSIEURS_VALEURS' }
  const enLettres = lireNombreEnLettres(net)
  return enLettres === null ? { valeur: null, doute: 'VALEUR_ILLISIBLE' } : vraisemblable(enLettres)
}

const vraisemblable = (valeur: number): Trouve<number> =>
  valeur >= 1 && valeur <= JEUNES_MAX ? { valeur } : { valeur, doute: 'NOMBRE_INVRAISEMBLABLE' }

/** `vingt-cinq`, `une trentaine` is not one: a number up to ninety-nine written out, or null. */
function lireNombreEnLettres(texte: string): number | null {
  const mots = texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
  let total: number | null = null
  for (const mot of mots) {
    const unite = UNITES.indexOf(mot)
    const valeur = unite >= 0 ? unite : DIZAINES[mot]
    if (valeur !== undefined && (mot !== 'un' || total !== null))
      total = mot === 'vingt' && total === 4 ? 80 : (total ?? 0) + valeur
    else if (total !== null && mot !== 'et') break
  }
  return total
}
