import { SYSTEME } from '#domain/acces/acteur'
import { sujetDuCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'

/** What a courriel keeps of its tries once it is gone. */
export const PARTI = { cause: null, erreur: null, echecLe: null, attendDepuis: null, prise: null, prisLe: null }

/** The server took this courriel: its state and the trace in the journal of what it is about. Already told, it writes nothing. */
export async function declarerCourrielEnvoye({ db, now }: Deps, courrielId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const le = now()
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, etat: { not: 'ENVOYE' } },
      data: { etat: 'ENVOYE', envoyeLe: le, ...PARTI, version: { increment: 1 } },
    })
    if (count === 0) return
    await writeJournal(tx, SYSTEME, { acte: 'envoyerCourriel', ...(await sujetDuCourriel(tx, courrielId)), le })
  })
}
