import type { Deps } from '#infra/deps'

const DAY = 24 * 60 * 60 * 1000

/** A carried promise is kept longer than the queue keeps its job (7 days), so that it can still be looked at. */
const PROMESSE_GARDEE = 30 * DAY

/** A submission is sent again within minutes, or the next morning. */
const ENVOI_GARDE = 15 * DAY

/** Deletes sessions that ended, submissions nobody sends again, promises carried a month ago, and counters of sign-in that no longer count. */
export async function purgerPerimes({ db, now }: Deps): Promise<{ sessions: number; promesses: number }> {
  const today = now()
  const sessions = await db.sessionAgent.deleteMany({ where: { expireLe: { lt: today } } })
  const promesses = await db.outboxJob.deleteMany({
    where: { publishedAt: { lt: new Date(today.getTime() - PROMESSE_GARDEE) } },
  })
  await db.envoiFait.deleteMany({ where: { faitLe: { lt: new Date(today.getTime() - ENVOI_GARDE) } } })
  await db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: today } } })
  return { sessions: sessions.count, promesses: promesses.count }
}
