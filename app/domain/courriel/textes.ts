import { no, ok, type Result } from '#domain/result'
import { type ModeleAutomatique, MODELES_AUTOMATIQUES } from '#domain/courriel/porte'

/** What no campagne words: written to an agent, or about an account. It is about no dossier nor fiche alone. */
const HORS_CAMPAGNE = [
  'mot_de_passe',
  'nouvelles_du_jour',
  'compte_a_confirmer',
  'compte_ouvert',
  'compte_refuse',
  'mot_de_passe_extranet',
  'demande_a_deposer',
  'changement_reglement',
  'demande_avis',
] as const satisfies ModeleAutomatique[]
type ModeleHorsCampagne = (typeof HORS_CAMPAGNE)[number]

/** The mails whose prose a campagne may word in its own way: all that is written to a demandeur of their fiche or dossier by the software. */
export type ModeleATextes = Exclude<ModeleAutomatique, ModeleHorsCampagne>

export const MODELES_A_TEXTES = MODELES_AUTOMATIQUES.filter(
  (modele): modele is ModeleATextes => !HORS_CAMPAGNE.some((un) => un === modele),
)

/** Those that answer a fiche; the others are about a dossier. */
const DE_FICHE = ['fiche_recue', 'avis_preprojet', 'invitation_depot'] as const satisfies ModeleATextes[]
export type ModeleDeFiche = (typeof DE_FICHE)[number]

export const estDeFiche = (modele: ModeleATextes): modele is ModeleDeFiche => DE_FICHE.some((un) => un === modele)

/** The prose of one mail, by the name of its place; a place that is absent says the house's words. */
export type TextesDeModele = Readonly<Record<string, string>>

/** What a campagne words in its own way. */
export type TextesCampagne = { readonly [M in ModeleATextes]?: TextesDeModele }

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The prose of one mail as a JSON column holds it; what is no text is left out. */
export const lireTextesDeModele = (json: unknown): TextesDeModele =>
  Object.fromEntries(
    Object.entries(isJson(json) ? json : {}).filter((un): un is [string, string] => typeof un[1] === 'string'),
  )

/** What the column of a campagne holds; a mail that is not of ours is left out. */
export const lireTextes = (json: unknown): TextesCampagne =>
  Object.fromEntries(
    MODELES_A_TEXTES.flatMap((modele) => (isJson(json) && modele in json ? [[modele, lireTextesDeModele(json[modele])]] : [])), // prettier-ignore
  )

/** A word between braces, `{numero}`: what it stands for is written in its place. */
const VARIABLE = /\{([^{}]*)\}/

/** The text cut at its variables: words, then the name of a variable, and so on. */
export const couperAuxVariables = (texte: string): { mots: string; variable: string | null }[] => {
  const morceaux = texte.split(VARIABLE)
  return morceaux.flatMap((mots, rang) =>
    rang % 2 === 0 ? [{ mots, variable: rang + 1 < morceaux.length ? (morceaux[rang + 1] ?? '') : null }] : [],
  )
}

/** What is asked of the prose of one place. */
export type Place = {
  /** The only words that may stand between braces. */
  variables: readonly string[]
  /** Those without which the mail would not say what it must. */
  requises: readonly string[]
  /** True where nothing may be written. */
  facultatif: boolean
  /** A subject: one line. */
  enUneLigne: boolean
}

export const LONGUEUR_TEXTE = 2_000

export const LONGUEUR_SUJET = 150

export type RefusTexte =
  'VIDE' | 'TROP_LONG' | 'PLUSIEURS_LIGNES' | 'VARIABLE_INCONNUE' | 'VARIABLE_MANQUANTE' | 'ACCOLADE'

/** Where a text is refused: its place, and the variable it is about, `''` for a reason that names none. */
export type TexteRefuse = { place: string; variable: string }

/** The same as the detail of a refusal. */
export const detailDuRefus = ({ place, variable }: TexteRefuse): string => `${place}:${variable}`

export const lireDetail = (detail: string): TexteRefuse => {
  const [place = '', ...reste] = detail.split(':')
  return { place, variable: reste.join(':') }
}

/** What is typed of one mail, every place of it; an emptied one may be absent. */
export type TextesSaisis = { modele: ModeleATextes; saisie: Readonly<Record<string, string | undefined>> }

/** The spaces that French typography keeps on the line are kept, however they were typed; line ends are of one kind. */
export const typographier = (texte: string): string =>
  texte
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(/ (?=[:;!?»%€])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0')
    .replace(/'/g, '’')
    .trim()

/** The text as it is kept, or why not; `detail` names the variable. */
export function verifierTexte(saisi: string, place: Place): Result<string, RefusTexte> {
  const texte = typographier(saisi)
  if (texte === '') return place.facultatif ? ok('') : no('VIDE')
  if (texte.length > (place.enUneLigne ? LONGUEUR_SUJET : LONGUEUR_TEXTE)) return no('TROP_LONG')
  if (place.enUneLigne && texte.includes('\n')) return no('PLUSIEURS_LIGNES')
  const morceaux = couperAuxVariables(texte)
  const dites = morceaux.flatMap(({ variable }) => variable ?? [])
  const inconnue = dites.find((une) => !place.variables.includes(une))
  if (inconnue !== undefined) return no('VARIABLE_INCONNUE', inconnue)
  if (morceaux.some(({ mots }) => /[{}]/.test(mots))) return no('ACCOLADE')
  const manquante = place.requises.find((une) => !dites.includes(une))
  return manquante === undefined ? ok(texte) : no('VARIABLE_MANQUANTE', manquante)
}
