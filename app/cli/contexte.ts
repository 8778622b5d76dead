import path from 'node:path'
import { type Contexte, stop } from '#cli/commande'
import { makeDb, type Db } from '#infra/db'
import { getEnv } from '#infra/env'
import { openPostgres } from '#infra/postgres-embarque'
import { diskStorage } from '#infra/storage'

/** The embedded Postgres says in French why it does not start. */
const sayWhy = (error: unknown): never => stop(error instanceof Error ? error.message : String(error))

/** What the commands act with; `close` ends what was opened, and nothing else. */
export function makeContexte(tell: Contexte['tell']): Contexte & { close: () => Promise<void> } {
  const closers: (() => Promise<void>)[] = []
  let opened: Promise<Db> | undefined

  const open = async () => {
    const { DATABASE_URL, DATA_DIR } = getEnv()
    const postgres = DATABASE_URL ? null : await openPostgres({ dataDir: DATA_DIR, tell }).catch(sayWhy)
    if (postgres) closers.push(postgres.close)
    const db = makeDb(DATABASE_URL ?? postgres?.url ?? '', 4)
    closers.push(() => db.$disconnect())
    return db
  }
  const db = () => (opened ??= open())
  return {
    db,
    deps: async () => ({
      db: await db(),
      storage: diskStorage(path.join(getEnv().DATA_DIR, 'fichiers')),
      now: () => new Date(),
    }),
    clock: () => performance.now(),
    tell,
    close: async () => {
      for (const closer of closers.reverse()) await closer()
    },
  }
}
