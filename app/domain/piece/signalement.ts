import { type Probleme, PROBLEMES } from '#domain/piece/depot'

/** What a closer reading of a file can notice, beyond what is seen at its reception ({@link PROBLEMES}). */
export const PROBLEMES_LUS = [
  'PDF_PROTEGE',
  'PDF_ILLISIBLE',
  'PAGES_BLANCHES',
  'PAS_UN_CLASSEUR',
  'ANNEE_ABSENTE',
  'SANS_DATE',
  'SANS_SIGNATURE',
  'PERIMEE',
  'DATE_TROP_ANCIENNE',
  'IBAN_ABSENT',
  'IBAN_INVALIDE',
  'CLE_RIB_FAUSSE',
  'TITULAIRE_DIFFERENT',
  'AUTRE_STRUCTURE',
  'SCAN_SANS_TEXTE',
] as const
export type ProblemeLu = (typeof PROBLEMES_LUS)[number]

/** The same bytes as in a dossier of the same structure, of an earlier year: seen at the reception, like DEJA_VU. */
export type ProblemeSignale = Probleme | 'MEME_QUE_L_AN_DERNIER' | ProblemeLu

const CONNUS: readonly string[] = [...PROBLEMES, 'MEME_QUE_L_AN_DERNIER', ...PROBLEMES_LUS]

export const isProbleme = (texte: string): texte is ProblemeSignale => CONNUS.includes(texte)

export const isProblemeLu = (probleme: string): probleme is ProblemeLu =>
  (PROBLEMES_LUS as readonly string[]).includes(probleme)

/** Where it was seen: the page, the place as people say it, the words read there, or the number of the other dossier. */
export type Preuve = { page?: number; endroit?: string; mots?: string; dossier?: string; memeStructure?: boolean }

/** What a machine noticed of one file, in a sentence, with its evidence. It helps and decides nothing. */
export type SignalementDePiece = { probleme: ProblemeSignale; detail: string; preuve?: Preuve }

/** Pièces that stay true from one year to the next: the same bytes again are no surprise. */
const DURABLES: readonly string[] = ['STATUTS', 'RECEPISSE_PREF', 'JO', 'RIB', 'CER']

/**
 * True when it is to be known rather than looked into: a scan that no machine reads, or a lasting pièce that the structure deposited
 * before under the same bytes.
 */
export function estNote({ probleme, preuve }: SignalementDePiece, code: string | null): boolean {
  if (probleme === 'SCAN_SANS_TEXTE') return true
  const revu = probleme === 'MEME_QUE_L_AN_DERNIER' || (probleme === 'DEJA_VU' && preuve?.memeStructure === true)
  return revu && code !== null && DURABLES.includes(code)
}

/**
 * What the one who gave a file may be told of it. That another structure gave the same bytes is for officers alone: the sentence names that
 * structure's dossier, which is none of the reader's.
 */
export const remarquesAuDemandeur = (signalements: readonly SignalementDePiece[]): string[] =>
  signalements
    .filter(({ probleme, preuve }) => probleme !== 'DEJA_VU' || preuve?.memeStructure === true)
    .map(({ detail }) => detail)

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function lirePreuve(json: unknown): Preuve | undefined {
  if (!isJson(json)) return undefined
  const preuve: Preuve = {}
  if (typeof json['page'] === 'number') preuve.page = json['page']
  if (json['memeStructure'] === true) preuve.memeStructure = true
  for (const cle of ['endroit', 'mots', 'dossier'] as const) {
    const value = json[cle]
    if (typeof value === 'string') preuve[cle] = value
  }
  return preuve
}

/** Reads what was noticed of a file from its column; what has another form is left out. */
export function lireSignalements(json: unknown): SignalementDePiece[] {
  if (!Array.isArray(json)) return []
  return json.filter(isJson).flatMap(({ probleme, detail, preuve }) => {
    if (typeof probleme !== 'string' || !isProbleme(probleme)) return []
    const lue = lirePreuve(preuve)
    return [{ probleme, detail: typeof detail === 'string' ? detail : '', ...(lue && { preuve: lue }) }]
  })
}
