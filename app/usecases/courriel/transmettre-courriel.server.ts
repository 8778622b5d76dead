import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { type Copie, garderCopie } from '#usecases/courriel/garder-copie'

/**
 * The server is about to read the message: written before its first byte, with the copy of what is handed over, so that a mail is handed over
 * once whatever dies meanwhile. Throws Conflict when the hold of this run has passed to another, and the message is then kept back.
 */
export async function transmettreCourriel(
  { db, now }: Deps,
  { courrielId, prise, copie }: { courrielId: string; prise: string; copie: Copie },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const le = now()
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, prise, etat: 'A_ENVOYER', transmisLe: null },
      data: { transmisLe: le },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    await garderCopie(tx, { courrielId, prise, copie, le })
  })
}
