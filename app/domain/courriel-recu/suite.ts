import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import { motsDeLExpediteur } from '#domain/courriel-recu/lignes-citees'
import { plier } from '#domain/texte'

/** What an officer may say becomes of the answer that a mail asks for; A_REPONDRE puts it back among those that wait. */
export const SUITES_DITES = ['A_REPONDRE', 'REPONDU_AILLEURS', 'SANS_REPONSE'] as const
export type SuiteDite = (typeof SUITES_DITES)[number]

/** What becomes of it; REPONDU is never said: a mail that an officer wrote in answer makes it. */
export type SuiteRecue = SuiteDite | 'REPONDU'

/** Days after which a mail that is read for the first time is history, and no longer a question that waits. */
export const AGE_MAX_QUESTION_JOURS = 60

const JOUR_MS = 86_400_000

/** Letters of a thank-you: a longer message says something else too. */
const REMERCIEMENT_MAX = 300

const REMERCIE =
  /\b(?:merci|remercie\w*|bien (?:recu|note|pris)|bonne reception|prenons note|pris(?:e)? note|c est note)\b/
const INTERROGE =
  /\b(?:mais|cependant|toutefois|pourr\w+|pouv\w+|peut on|savoir|souhait\w*|voudr\w+|besoin|question\w*|quand|comment|combien|attend\w*|rappel\w*|dossier incomplet)\b/

/** A few words that thank and ask nothing. */
const estUnRemerciement = (texte: string): boolean => {
  const mots = motsDeLExpediteur(texte)
  const dit = plier(mots)
  return dit.length <= REMERCIEMENT_MAX && REMERCIE.test(dit) && !INTERROGE.test(dit) && !mots.includes('?')
}

type Recu = {
  nature: NatureRecue
  de: string
  /** Why a machine sent it; null for a person's. */
  automatisme: string | null
  texte: string
  recuLe: Date
}

/**
 * Does a person wait for an answer to this mail, read for the first time at `le`? A fiche is answered by its avis and a request to modify by
 * its déverrouillage; what was not read is supposed to ask, never to be silent.
 */
export function attendUneReponse({ nature, de, automatisme, texte, recuLe }: Recu, le: Date): boolean {
  if (nature !== 'AUTRE' && nature !== 'ILLISIBLE') return false
  if (automatisme !== null || de.trim() === '') return false
  if (le.getTime() - recuLe.getTime() > AGE_MAX_QUESTION_JOURS * JOUR_MS) return false
  return nature === 'ILLISIBLE' || !estUnRemerciement(texte)
}

/** What a mail that is read or classified again keeps of what was said: an answer given stays given. */
export const suiteApres = (avant: SuiteRecue | null, attend: boolean): SuiteRecue | null =>
  avant !== null && avant !== 'A_REPONDRE' ? avant : attend ? 'A_REPONDRE' : null

/** The tabs of the received mails, in the order an officer works. */
export const VUES_RECUS = ['a-repondre', 'a-classer', 'tous'] as const
export type VueRecus = (typeof VUES_RECUS)[number]
