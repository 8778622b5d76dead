import type { Demandeur } from '#domain/acces/acteur'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'

/**
 * Ends the other session of this demandeur that `cle` names, or every one but the one that asks where it is null; gives how many. One that is over, or of
 * somebody else, is none.
 */
export async function fermerSessionsDuDemandeur(
  { db, now }: Deps,
  demandeur: Demandeur,
  { session, cle }: { session: string; cle: string | null },
): Promise<{ fermees: number }> {
  return db.$transaction(async (tx) => {
    const autres = await tx.sessionDemandeur.findMany({
      where: { demandeurId: demandeur.id, id: { not: session } },
      select: { id: true },
    })
    const visees = autres.map(({ id }) => id).filter((id) => cle === null || hashJeton(id) === cle)
    const { count } = await tx.sessionDemandeur.deleteMany({ where: { id: { in: visees } } })
    const detail = { sessions: count }
    if (count > 0)
      await writeJournal(tx, demandeur, {
        ...{ acte: 'fermerSessions', objet: 'demandeur', objetId: demandeur.id, detail, le: now() },
      })
    return { fermees: count }
  })
}
