import { no, ok, type Result } from '#domain/result'

/** Characters of a message. */
export const LONGUEUR_MAX_MESSAGE = 10_000

/** What stands where ready words name something that is not known: a message does not leave with it. */
export const A_COMPLETER = '[à compléter]'

export type RefusMessage =
  'MESSAGE_VIDE' | 'MESSAGE_A_COMPLETER' | 'MESSAGE_TROP_LONG' | 'DESTINATAIRE_INCONNU' | 'FIL_CHANGE'

type Message = {
  corps: string
  destinataire: string
  /** Who may be written to in this thread. */
  correspondants: readonly { adresse: string }[]
  /** How far the thread went on the officer's page, and how far it goes now. */
  filVu: string
  fil: string
}

/**
 * May this message leave? It says something and leaves no blank, to someone of the thread, and its author has seen the thread as it is: a question that a
 * colleague has just answered is not answered twice.
 */
export function verifierMessage({
  corps,
  destinataire,
  correspondants,
  filVu,
  fil,
}: Message): Result<undefined, RefusMessage> {
  if (!corps.trim()) return no('MESSAGE_VIDE')
  if (corps.includes(A_COMPLETER)) return no('MESSAGE_A_COMPLETER')
  if (corps.length > LONGUEUR_MAX_MESSAGE) return no('MESSAGE_TROP_LONG')
  if (!correspondants.some(({ adresse }) => adresse === destinataire)) return no('DESTINATAIRE_INCONNU')
  return filVu === fil ? ok() : no('FIL_CHANGE')
}
