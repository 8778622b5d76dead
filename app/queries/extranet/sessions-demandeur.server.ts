import type { Db } from '#infra/db'
import { sessionVivante } from '#infra/stores/demandeur/session-demandeur'
import { presenterSessions, SESSIONS_MAX, type SessionOuverte } from '#queries/acces/sessions-agent'

/** The sessions of this demandeur that still open something, this one first, then the last seen. */
export async function sessionsDuDemandeur(
  db: Db,
  { demandeurId, session, now }: { demandeurId: string; session: string; now: Date },
): Promise<SessionOuverte[]> {
  const lues = await db.sessionDemandeur.findMany({
    where: { demandeurId, ...sessionVivante(now) },
    orderBy: [{ vuLe: 'desc' }, { id: 'asc' }],
    take: SESSIONS_MAX,
  })
  return presenterSessions(lues, session)
}
