import { parseMontant, type Montant } from '#domain/budget/montant'
import { entierEnLettres, montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'
import type { Doute } from '#domain/pre-projet/fiche'
import { plier } from '#domain/texte'

/** A value found in words; null with its reason when the words do not say one. */
export type Trouve<T> = { valeur: T | null; doute?: Doute }

/** Digits in groups of three, or in one run, with at most two decimals. */
const SOMME =
  /(?<![\d,.])(?:\d{1,3}(?:[\s.'’]\d{3}){1,5}(?:[,.]\d{1,2})?(?!\d)|\d{1,20}(?:[,.]\d{1,2})?(?![\d,.]{0,20}\d)|\d{1,20},\d{3}(?:\.\d{1,2})?)/gu
const POURCENT = /^\s*(?:%|pour ?cent|pourcent)/iu
const EUROS = /^[\s.–-]*(?:€|eur(?:os?)?(?!\p{L}))/iu
const EUROS_DEVANT = /(?:€|\beur(?:os?)?)\s*$/iu

/** Words that multiply the amount before them. */
const ECHELLES: [RegExp, bigint][] = [
  [/^\s*k(?:\s*(?:€|eur(?:os?)?|e))?(?![\p{L}\d])/iu, 1_000n],
  [/^\s*mille(?!\p{L})/iu, 1_000n],
  [/^\s*(?:m\s*€|millions?(?!\p{L}))/iu, 1_000_000n],
]

const MONNAIES =
  'chf|francs?|frs?|f ?cfa|gbp|£|livres?|usd|\\$|dollars?|cad|pln|zł|zlotys?|ron|lei|czk|huf|forints?|mad|dh|dirhams?|xof|xaf|jpy|yens?|¥|sek|nok|dkk|couronnes?|tnd|dinars?'
const AUTRE_MONNAIE = new RegExp(`^[\\s.–-]*(?:${MONNAIES})(?!\\p{L})`, 'iu')
const AUTRE_MONNAIE_DEVANT = new RegExp(`(?<!\\p{L})(?:${MONNAIES})\\s*$`, 'iu')

/** The amount is one of several, or for one of several: `150 € par jeune`, `2 x 1 000 €`. */
const A_MULTIPLIER = /^\s*(?:\/|x\s?\d|×|\*\s?\d|par\s|chacune?s?(?!\p{L})|l['’ ]un)/iu

/** The amount is that of which a part is meant: `50 % de 4 000 €`, `la moitié de 4 000 €`. */
const PART_DE = /(?:%|pour ?cent|moiti[ée]|tiers|quarts?)\s(?:de|du|des|d['’]|sur)(?:(?!soit\s)[^\d€.,;:=]){1,40}$/iu

/** Words that may stand around an amount without being about another thing. */
const AUTOUR = new Set(
  'environ env approximativement a peu pres soit de d la le un une somme montant total totale ttc ht net maximum max minimum au estime estimee previsionnel subvention aide budget cout est demande demandes demandee sollicite sollicites sollicitee souhaite souhaites souhaitee'.split(
    ' ',
  ),
)

/** A sign that no amount asked for bears: who wrote it meant something else. */
const NEGATIVE = /(?<!\d)[-−]$/u

type Somme = { montant: Montant; sure: boolean }

/**
 * Finds the amount in what is written: `environ 12 500 €`, `12500 euros TTC`, `12.500,00`, `12,5 k€`, `12 mille euros`, `4 000 € (30 %)`.
 * Several different amounts give the first, and the doubt; one in another money, or to be multiplied, gives none.
 */
export function lireSomme(texte: string): Trouve<Montant> {
  const net = texte.slice(0, 500).replace(/[\s\u200B]+/gu, ' ')
  const sommes: Somme[] = []
  let doute: Doute = 'VALEUR_ILLISIBLE'
  for (const trouve of net.matchAll(SOMME)) {
    const [avant, apres] = [net.slice(0, trouve.index), net.slice(trouve.index + trouve[0].length)]
    if (POURCENT.test(apres)) continue
    const echelle = ECHELLES.find(([mot]) => mot.test(apres))
    const suite = echelle ? apres.replace(echelle[0], '') : apres
    const sansEuros = suite.replace(EUROS, '')
    if (AUTRE_MONNAIE.test(suite) || (AUTRE_MONNAIE_DEVANT.test(avant) && suite === sansEuros)) doute = 'AUTRE_MONNAIE'
    else if (A_MULTIPLIER.test(sansEuros) || PART_DE.test(avant) || /\d\s*[x×*]\s*$/iu.test(avant)) doute = 'A_CALCULER'
    else {
      const montant = parseMontant(normaliser(trouve[0]))
      if (montant === null) continue
      const dite = suite !== sansEuros || EUROS_DEVANT.test(avant)
      const sure = (dite || seule(avant, suite)) && !NEGATIVE.test(avant) && !(echelle && commenceEnLettres(suite))
      sommes.push({ montant: echelle ? montant * echelle[1] : montant, sure })
    }
  }
  const [premiere] = sommes
  if (!premiere) return { valeur: null, doute }
  const { montant: valeur, sure } = premiere
  if (sommes.some(({ montant }) => montant !== valeur) || ditAutreEnLettres(net, valeur))
    return { valeur, doute: 'PLUSIEURS_VALEURS' }
  if (doute !== 'VALEUR_ILLISIBLE') return { valeur, doute }
  return sure ? { valeur } : { valeur, doute: 'LIBELLE_AMBIGU' }
}

const MOT_DE_NOMBRE =
  /\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)s?\b/

/** The words of an amount, whatever their plurals and hyphens. */
const motsDeSomme = (lettres: string): string =>
  plier(lettres)
    .split(' ')
    .filter((mot) => mot !== 'et' && !/^euros?$/.test(mot))
    .map((mot) => mot.replace(/s$/, ''))
    .join(' ')

/** True when the amount is said again in words, between brackets, and is another: `4 000 € (cinq mille euros)`. */
const ditAutreEnLettres = (texte: string, montant: Montant): boolean =>
  Array.from(texte.matchAll(/\(([^()\d]{4,120})\)/gu)).some(([, lettres = '']) => {
    const plie = plier(lettres)
    if (!/\beuros?\b/.test(plie) || !MOT_DE_NOMBRE.test(plie)) return false
    return motsDeSomme(lettres) !== motsDeSomme(montantEnLettres(montant))
  })

/** Without the sign of euros, a number among other words may be a year, a count, an article. */
const seule = (avant: string, apres: string): boolean =>
  plier(`${avant} ${apres}`.replace(/\([^()]*\)/gu, ' '))
    .split(' ')
    .every((mot) => mot === '' || AUTOUR.has(mot))

/** `4 mille cinq cents`: the rest of the amount is in words. */
const commenceEnLettres = (suite: string): boolean => {
  const [mot = ''] = plier(suite).split(' ')
  return mot === 'cents' || entierEnLettres(mot) !== null
}

/** `12.500` is twelve thousand five hundred to a French hand; a comma before three digits stays unreadable. */
const normaliser = (lu: string): string => lu.replace(/[.'’](?=\d{3}(?!\d))/gu, ' ')

const JEUNES =
  'jeunes?|[eé]l[eè]ves?|participante?s?|coll[eé]gien(?:ne)?s?|lyc[eé]en(?:ne)?s?|apprenti(?:e)?s?|adolescente?s?|ados?|enfants?|b[eé]n[eé]ficiaires?|[eé]tudiante?s?|personnes?'
const PERSONNES = new RegExp(`(?<![\\d/.,])\\d{1,5}\\s*(?:${JEUNES})(?!\\p{L})`, 'iu')
/** Numbers that speak of something else than the young people: adults, ages, days, a share of them already counted. */
const AUTRES_NOMBRES =
  /\bdont\b.*$|\([^()]{0,200}\)|(?<!\d)\d{1,9}\s*(?:(?:à|a|-|–|et|\/)\s*\d{1,9}\s*)?ans?(?!\p{L})|(?<!\d)\d{1,9}\s*(?:adultes?|accompagn\p{L}*|encadrante?s?|animat\p{L}+|professeure?s?|profs?|enseignante?s?|b[eé]n[eé]voles?|[eé]ducat\p{L}+|parents?|jours?|nuits?)|(?<!\d)\d{1,9}\s*%|(?<!\d)\d{1,9}\s?(?:e|[eè]mes?|nde|re)(?!\p{L})/giu
/** Words by which a number of young people has to be worked out. */
const A_CALCULER =
  /(?<!\p{L})(?:groupes?|classes?|[eé]quipes?|fois|sessions?|s[eé]jours?|vagues?|promotions?|binômes?|binomes?|par|chacune?)(?!\p{L})|\d\s*[x×*]\s*\d/iu

/** Over this, a number of young people is a mistake of typing or of reading. */
const JEUNES_MAX = 2_000

/**
 * Finds how many young people: `42`, `environ 40 jeunes`, `24 jeunes et 3 accompagnateurs`, `vingt-cinq`. Two numbers that may both be the
 * answer (`30 à 40`, `12 filles et 11 garçons`), or one to be worked out (`2 groupes de 15`), give none.
 */
export function lireEffectif(texte: string): Trouve<number> {
  const net = texte.slice(0, 500).replace(/\s+/gu, ' ').trim()
  const seuls = net.replace(AUTRES_NOMBRES, ' ')
  if (/\d\s*(?:à|a|-|–|ou|\/|et)\s*\d/u.test(seuls)) return { valeur: null, doute: 'PLUSIEURS_VALEURS' }
  const nombres = Array.from(seuls.matchAll(/(?<![\d/.,])\d{1,5}(?![\d/]|[.,]\d)/gu), ([n]) => Number(n))
  if (nombres.length > 0 && A_CALCULER.test(seuls)) return { valeur: null, doute: 'A_CALCULER' }
  const [nombre] = nombres
  if (nombres.length > 1) return { valeur: null, doute: 'PLUSIEURS_VALEURS' }
  if (nombre === undefined) {
    const enLettres = entierEnLettres(seuls.replace(new RegExp(`(?:${JEUNES}|environ)`, 'giu'), ' '))
    return enLettres === null ? { valeur: null, doute: 'VALEUR_ILLISIBLE' } : vraisemblable(enLettres)
  }
  const nomme = PERSONNES.test(seuls)
  const enTete = /^(?:environ |env\.? |~ ?|≈ ?|une? )?\d{1,5}(?!\p{L}|\s*[\p{L}])/iu.test(seuls)
  return nomme || enTete ? vraisemblable(nombre) : { valeur: nombre, doute: 'LIBELLE_AMBIGU' }
}

const vraisemblable = (valeur: number): Trouve<number> =>
  valeur >= 1 && valeur <= JEUNES_MAX ? { valeur } : { valeur, doute: 'NOMBRE_INVRAISEMBLABLE' }
