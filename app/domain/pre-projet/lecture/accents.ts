import type { Champ, ChampsLus, FicheLue } from '#domain/pre-projet/fiche'

const VARIANTES: Record<string, string> = {
  a: 'aàâäáãåăą',
  c: 'cçćč',
  e: 'eéèêëęě',
  i: 'iîïíìı',
  l: 'lł',
  n: 'nñńň',
  o: 'oôöóòõøő',
  s: 'sśšșş',
  t: 'tțţ',
  u: 'uùûüúűů',
  y: 'yÿý',
  z: 'zźżž',
}

/** The fields whose words may stand in the message too. */
const CHAMPS_DE_TEXTE = [
  'structure',
  'contact',
  'titre',
  'theme',
  'ville',
  'partenaire',
] as const satisfies readonly Champ[]
const LONGUEUR_MIN = 8
const LONGUEUR_MAX = 200

const motif = (texte: string): string =>
  Array.from(texte, (lettre) => {
    if (/\s/.test(lettre)) return '\\s+'
    const variantes = VARIANTES[lettre.toLowerCase()]
    if (!variantes) return /['’]/.test(lettre) ? "['’]" : lettre.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
    return `[${lettre === lettre.toLowerCase() ? variantes : variantes.toUpperCase()}]`
  }).join('')

/** The same words with the accents that a text gives them; the words unchanged when it does not hold them. */
export function rendreAccents(valeur: string, texte: string): string {
  if (valeur.length < LONGUEUR_MIN || valeur.length > LONGUEUR_MAX || /[^\u0020-\u007E]/.test(valeur)) return valeur
  const trouve = new RegExp(motif(valeur), 'u').exec(texte.normalize('NFC'))
  return trouve ? trouve[0].replace(/\s+/gu, ' ') : valeur
}

/**
 * Some PDF forms lose accents. Where the message that brought the fiche writes the same words with theirs (`Jumelage à Herne`), they are put
 * back; `texteLu` keeps the words of the document.
 */
export function avecAccentsDuMessage(fiche: FicheLue, message: string): FicheLue {
  const champs: ChampsLus = { ...fiche.champs }
  for (const champ of CHAMPS_DE_TEXTE) {
    const lu = champs[champ]
    if (lu?.valeur) champs[champ] = { ...lu, valeur: rendreAccents(lu.valeur, message) }
  }
  return { ...fiche, champs }
}
