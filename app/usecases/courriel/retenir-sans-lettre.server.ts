import type { MotifRetenue } from '#domain/courriel/retenue'
import { direRetenu } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'

/**
 * Holds a mail that says its letter is joined, whose letter could not be drawn as it was to leave: the journal tells it, as of any other that is held. `prise` is the hold of
 * the run that was to send it. Throws Conflict when that hold has passed to another.
 */
export async function retenirSansLettre(
  { db, now }: Deps,
  { courrielId, prise }: { courrielId: string; prise: string },
): Promise<void> {
  const motif = 'LETTRE_A_REVOIR' satisfies MotifRetenue
  await db.$transaction(async (tx) => {
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, prise, etat: 'A_ENVOYER', transmisLe: null },
      data: {
        ...{ etat: 'RETENU', motifRetenue: motif, partirLe: null, attendDepuis: null, attendTourDepuis: null },
        ...{ prise: null, prisLe: null, tentatives: { decrement: 1 }, version: { increment: 1 } },
      },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    await direRetenu(tx, { courrielId, motif, le: now() })
  })
}
