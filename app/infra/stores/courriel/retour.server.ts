import { type Remise, remiseDe, type RemiseLue } from '#domain/courriel-recu/avis-de-remise'
import type { Db, Tx } from '#infra/db'
import type { EtatCourriel } from '#domain/courriel/courriel'

/** A mail of ours that a report is proved to speak of, and what it says of it. */
export type CourrielRendu = {
  courriel: { id: string; destinataire: string; etat: EtatCourriel; version: number }
  remise: Remise
  /** It bears the word of the mail; else its Message-ID, which whoever received the mail knows. */
  parJeton: boolean
}

/** The words that only a mail of ours bears, in a text: an address it comes back to, the name of its envelope. */
const jetonsDans = (texte: string): string[] => texte.toLowerCase().match(/(?<![\da-z])[\da-f]{32}(?![\da-z])/g) ?? []

/** A courriel's id is the left part of its Message-ID. */
const NOTRE = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/i

const LU = { id: true, destinataire: true, etat: true, version: true } as const

/** Only what left can come back: a report on a mail that waits, is held or never left was made up. */
const PARTIS = ['ENVOYE', 'NON_REMIS'] as const satisfies EtatCourriel[]

/** Mails whose line was cut before the server had answered: a report on one proves that it left. */
export const ISSUE_INCONNUE = { etat: 'ECHEC', cause: 'ISSUE_INCONNUE' } as const

/** Mails that came back and that nobody has dealt with. */
export const A_REGLER = { etat: 'NON_REMIS', regleLe: null } as const

/**
 * The mail of ours that this report speaks of; null when nothing proves it. Proof is the word that the mail alone bore (its return address,
 * its envelope), else its own Message-ID in what the report gives back; in both cases it left, and the recipient is the one we wrote to.
 */
export async function courrielRendu(tx: Tx | Db, lue: RemiseLue | null): Promise<CourrielRendu | null> {
  if (!lue) return null
  const jetons = [...lue.adresses.map((adresse) => adresse.split('@')[0] ?? ''), lue.enveloppe ?? ''].flatMap(
    jetonsDans,
  )
  const parJeton = jetons.length > 0 ? await partis(tx, { jetonRetour: { in: [...new Set(jetons)] } }) : []
  const id = NOTRE.exec(lue.rendu.messageId ?? '')?.[1]?.toLowerCase()
  const parId = parJeton.length === 0 && id ? await partis(tx, { id }) : []
  for (const courriel of [...parJeton, ...parId]) {
    const remise = remiseDe(lue, courriel, parJeton.length > 0)
    if (remise) return { courriel, remise, parJeton: parJeton.length > 0 }
  }
  return null
}

const partis = (tx: Tx | Db, qui: { id: string } | { jetonRetour: { in: string[] } }) =>
  tx.courriel.findMany({ where: { ...qui, OR: [{ etat: { in: [...PARTIS] } }, ISSUE_INCONNUE] }, select: LU, take: 20 })

/** True when a mail of ours came back from this address, and no officer has said since that it is good. */
export async function adresseEnEchec(tx: Tx | Db, adresse: string): Promise<boolean> {
  const marques = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM adresse_non_remise WHERE adresse = ${cleDAdresse(adresse)}`
  return marques.length > 0
}

/** As the mark names it: two spellings of one address are one. */
export const cleDAdresse = (adresse: string): string => adresse.trim().toLowerCase()
