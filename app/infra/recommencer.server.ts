import type { Db, Tx } from '#infra/db'
import { Conflict } from '#infra/errors'

/** Prisma's codes of a transaction that lost to another: unique key taken, write conflict or deadlock, raw query refused. */
const PERDUES = new Set(['P2002', 'P2034'])

/** Postgres' own codes of the same, when the loss shows in a raw query: serialization, deadlock, unique key. */
const PERDUES_SQL = /\b(40001|40P01|23505)\b/

const isLost = (error: unknown): boolean => {
  if (error instanceof Conflict) return true
  if (!(error instanceof Error) || !('code' in error)) return false
  return PERDUES.has(String(error.code)) || (error.code === 'P2010' && PERDUES_SQL.test(error.message))
}

/**
 * Does a whole transaction again when another one won: for work that decides from what it reads, and so may decide otherwise the
 * second time. Never for an officer's act, who must see what changed.
 */
export async function recommencer<T>(work: () => Promise<T>, attempts = 8): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      if (left <= 1 || !isLost(error)) throw error
    }
  }
}

/** Ends a transaction that was only tried. */
class Essai extends Error {}

/**
 * Does the work in a transaction, gives what came of it, and takes it all back: what an act would do is said by the act itself. Its locks are
 * held meanwhile: one line, one dossier at a time.
 */
export async function essayer<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const fait: { value?: T } = {}
  try {
    await db.$transaction(async (tx) => {
      fait.value = await work(tx)
      throw new Essai()
    })
  } catch (error) {
    if (!(error instanceof Essai)) throw error
  }
  return fait.value as T
}
