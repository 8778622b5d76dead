import { plier } from '#domain/texte'

/** Words that tell nothing of who it is. */
const VIDES = new Set(
  'association assoc asso ass loi 1901 l d de du des la le les et en a au aux pour par sur the m mr mme monsieur madame'.split(
    ' ',
  ),
)

/** Shortened words of banks and of prefectures, and words that stand for one another. */
const AUTREMENT: Record<string, string> = {
  ste: 'sainte',
  st: 'saint',
  cte: 'comite',
  mairie: 'commune',
  ville: 'commune',
  com: 'commune',
  municipalite: 'commune',
  clg: 'college',
  col: 'college',
  coll: 'college',
  lyc: 'lycee',
  cc: 'communaute communes',
  jum: 'jumelage',
  jumelages: 'jumelage',
  mjc: 'maison jeunes culture',
}

/** What a structure is, which many share: it tells one from another less than a place or a name does. */
const GENERIQUES = new Set(
  'comite jumelage club maison jeunes jeunesse commune communaute communes college lycee ecole ogec foyer centre social sportif sport union federation amicale amis groupe cercle collectif culture culturel scolaire rural ligue syndicat fondation francais europe'.split(
    ' ',
  ),
)

const POIDS_GENERIQUE = 0.25
const SEUIL = 0.6

const poids = (mot: string) => (GENERIQUES.has(mot) ? POIDS_GENERIQUE : 1)

/** The words of a name that say who it is. */
export function motsDuNom(nom: string): string[] {
  const mots = plier(nom)
    .split(' ')
    .flatMap((mot) => (AUTREMENT[mot] ?? mot).split(' '))
  const parlants = mots.filter((mot) => mot !== '' && !VIDES.has(mot))
  return parlants.length > 0 ? parlants : mots.filter((mot) => mot !== '')
}

/** The same word, whole or cut short as banks do. */
const memeMot = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)))

/** The words of `b` that an acronym of `a` stands for: `cj` for « comité de jumelage ». */
function derriereLesSigles(a: readonly string[], b: readonly string[]): Set<string> {
  const couverts = new Set<string>()
  const initiales = b.map((mot) => mot[0]).join('')
  for (const sigle of a.filter((mot) => /^[a-z]{2,8}$/.test(mot) && !b.includes(mot))) {
    const debut = initiales.indexOf(sigle)
    if (debut >= 0) for (const mot of [sigle, ...b.slice(debut, debut + sigle.length)]) couverts.add(mot)
  }
  return couverts
}

/** The part of the words of `a` that `b` holds too, between 0 and 1. */
function partDe(a: readonly string[], b: readonly string[]): number {
  const sigles = new Set([...derriereLesSigles(a, b), ...derriereLesSigles(b, a)])
  const total = a.reduce((somme, mot) => somme + poids(mot), 0)
  const communs = a.filter((mot) => sigles.has(mot) || b.some((autre) => memeMot(mot, autre)))
  return total === 0 ? 0 : communs.reduce((somme, mot) => somme + poids(mot), 0) / total
}

/** True when both say what they are and it is not the same thing: « Commune de Lens » and « Comité de jumelage de Lens ». */
function sortesDifferentes(a: readonly string[], b: readonly string[]): boolean {
  const [siens, autres] = [a, b].map((mots) => mots.filter((mot) => GENERIQUES.has(mot)))
  if (!siens?.length || !autres?.length) return false
  return !siens.some((mot) => autres.some((autre) => memeMot(mot, autre)))
}

type Nommee = { nom: string; sigle: string }

/**
 * True when a name written by a bank, a prefecture or an insurer may be that of this structure: legal forms, accents, abbreviations, sigles
 * and ends cut off are forgiven.
 */
export function estNomDe({ nom, sigle }: Nommee, ecrit: string): boolean {
  const [attendus, lus] = [motsDuNom(nom), motsDuNom(ecrit)]
  const abrege = plier(sigle)
  if (abrege.length >= 2 && ` ${plier(ecrit)} `.includes(` ${abrege} `)) return true
  if (attendus.length === 0 || lus.length === 0 || sortesDifferentes(attendus, lus)) return false
  return Math.max(partDe(attendus, lus), partDe(lus, attendus)) >= SEUIL && partDe(attendus, lus) > 0.3
}

/** True when a line of a text, or two that follow, name this structure. */
export function estNommee({ nom, sigle }: Nommee, lignes: readonly string[]): boolean {
  const attendus = motsDuNom(nom)
  const abrege = plier(sigle)
  const seuil = attendus.length <= 2 ? 1 : 0.75
  return lignes.some((ligne, rang) => {
    const texte = plier(`${ligne} ${lignes[rang + 1] ?? ''}`)
    if (abrege.length >= 3 && ` ${texte} `.includes(` ${abrege} `)) return true
    return attendus.length > 0 && partDe(attendus, motsDuNom(texte)) >= seuil
  })
}
