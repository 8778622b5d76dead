import { INACTIVITE_MAX_H } from '#domain/acces/attente-connexion'
import { navigateurDit } from '#domain/acces/navigateur'
import type { Db } from '#infra/db'
import { hashJeton } from '#infra/jeton'

/** Sessions of one person are ended one by one or together: more than these are not told apart by anybody. */
export const SESSIONS_MAX = 50

const HEURE_MS = 3_600_000

/** An open session, as its holder may know it again. `id` is told to nobody: `cle` is a hash of it, which names the session and opens nothing. */
export type SessionOuverte = { cle: string; courante: boolean; navigateur: string; ouverteLe: Date; vueLe: Date }

type Lue = { id: string; navigateur: string; creeLe: Date; vuLe: Date }

/** Sessions as their holder reads them, the one that asks first. */
export const presenterSessions = (lues: readonly Lue[], session: string): SessionOuverte[] =>
  lues
    .map(({ id, navigateur, creeLe, vuLe }) => ({
      cle: hashJeton(id),
      courante: id === session,
      navigateur: navigateurDit(navigateur),
      ouverteLe: creeLe,
      vueLe: vuLe,
    }))
    .toSorted((a, b) => Number(b.courante) - Number(a.courante))

/** The sessions of this agent that still open something, this one first, then the last seen. */
export async function sessionsAgent(
  db: Db,
  { agentId, session, now }: { agentId: string; session: string; now: Date },
): Promise<SessionOuverte[]> {
  const lues = await db.sessionAgent.findMany({
    where: { agentId, expireLe: { gt: now }, vuLe: { gt: new Date(now.getTime() - INACTIVITE_MAX_H * HEURE_MS) } },
    orderBy: [{ vuLe: 'desc' }, { id: 'asc' }],
    take: SESSIONS_MAX,
  })
  return presenterSessions(lues, session)
}
