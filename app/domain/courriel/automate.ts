import { automatismeDe, type EntetesDeMachine } from '#domain/courriel-recu/automatisme'
import { no, ok, type Result } from '#domain/result'

/** Why the software does not answer a mail by itself, beside what the gate looks at (#domain/courriel/porte); the sentences are in #libelles/courriel. */
export const SILENCES = [
  'CAMPAGNE_SANS_ACCUSE',
  'SANS_ADRESSE',
  'NOTRE_ADRESSE',
  'ADRESSE_DE_MACHINE',
  'ENVOYE_PAR_UNE_MACHINE',
  'REPONSE_NON_VOULUE',
  'DEJA_REPONDU_A_L_INSTANT',
  'TROP_AUJOURD_HUI',
] as const
export type Silence = (typeof SILENCES)[number]

const MINUTE_MS = 60_000

/** Between two mails that the software sends by itself to one address. */
export const REPOS_MS = 10 * MINUTE_MS

/** Mails that the software sends by itself to one address in 24 hours. */
export const MAX_PAR_JOUR = 5

export const FENETRE_MS = 24 * 60 * MINUTE_MS

export type MailAAccuser = {
  /** What the campagne says. */
  accuse: boolean
  de: string
  objet: string
  entetes: EntetesDeMachine
  /** Addresses we send from or are answered at. */
  nosAdresses: readonly string[]
  /** When the software last wrote by itself to this address, in the last 24 hours. */
  precedents: readonly Date[]
}

/** Mailboxes that nobody reads: an answer comes back, or goes to another machine. */
const MACHINES =
  /^(?:mailer-daemon|postmaster|abuse|bounces?|listserv|majordomo|no-?_?reply|ne-?pas-?repondre|pas-?de-?reponse|do-?not-?reply|donotreply|notifications?|newsletter)(?:[+._-].*)?@|^[^@]*(?:-bounces?|-request|-owner|\+bounces?)@|^owner-[^@]*@/i

const pareille = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** `AutoReply`, `OOF` or `All` asks that no machine answers ([MS-OXCMAIL]); `DR` and `RN` speak of other receipts. */
const refuseUneReponse = (entete: string | undefined) => /\b(?:autoreply|oof|all)\b/i.test(entete ?? '')

/**
 * May the software answer this mail by itself? Never a machine, never an address nobody reads, never ourselves, and never one address
 * too often: two robots that answer each other stop after {@link MAX_PAR_JOUR} mails (RFC 3834 § 2).
 */
export function peutAccuser(mail: MailAAccuser, now: Date): Result<undefined, Silence> {
  const { accuse, de, objet, entetes, nosAdresses, precedents } = mail
  if (!accuse) return no('CAMPAGNE_SANS_ACCUSE')
  if (!/^[^\s@]+@[^\s@]+$/.test(de.trim())) return no('SANS_ADRESSE')
  if (nosAdresses.some((adresse) => pareille(adresse, de))) return no('NOTRE_ADRESSE')
  if (MACHINES.test(de.trim())) return no('ADRESSE_DE_MACHINE')
  if (automatismeDe(entetes, { objet, de }) !== null) return no('ENVOYE_PAR_UNE_MACHINE')
  if (refuseUneReponse(entetes['x-auto-response-suppress'])) return no('REPONSE_NON_VOULUE')
  return peutEcrireSeul(precedents, now)
}

/** May the software write by itself to an address it wrote to at these instants? */
export function peutEcrireSeul(precedents: readonly Date[], now: Date): Result<undefined, Silence> {
  const ages = precedents.map((date) => now.getTime() - date.getTime()).filter((age) => age < FENETRE_MS)
  if (ages.some((age) => age < REPOS_MS)) return no('DEJA_REPONDU_A_L_INSTANT')
  return ages.length >= MAX_PAR_JOUR ? no('TROP_AUJOURD_HUI') : ok()
}
