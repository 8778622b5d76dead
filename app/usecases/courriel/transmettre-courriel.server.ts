import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'

/**
 * The server is about to read the message: written before its first byte, so that a mail is handed over once whatever dies meanwhile. Throws
 * Conflict when the hold of this run has passed to another, and the message is then kept back.
 */
export async function transmettreCourriel(
  { db, now }: Deps,
  { courrielId, prise }: { courrielId: string; prise: string },
): Promise<void> {
  const { count } = await db.courriel.updateMany({
    where: { id: courrielId, prise, etat: 'A_ENVOYER', transmisLe: null },
    data: { transmisLe: now() },
  })
  if (count === 0) throw new Conflict('courriel', courrielId)
}
