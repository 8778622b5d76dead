import type { Demandeur } from '#domain/acces/acteur'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'

/** Ends every session of this demandeur but the one that asks; gives how many. */
export async function fermerSessionsDuDemandeur(
  { db, now }: Deps,
  demandeur: Demandeur,
  { session }: { session: string },
): Promise<{ fermees: number }> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.sessionDemandeur.deleteMany({
      where: { demandeurId: demandeur.id, id: { not: session } },
    })
    const detail = { sessions: count }
    if (count > 0)
      await writeJournal(tx, demandeur, {
        ...{ acte: 'fermerSessions', objet: 'demandeur', objetId: demandeur.id, detail, le: now() },
      })
    return { fermees: count }
  })
}
