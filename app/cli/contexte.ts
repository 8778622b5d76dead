import path from 'node:path'
import { type Contexte, stop } from '#cli/commande'
import { makeDb, type Db } from '#infra/db'
import { getEnv } from '#infra/env'
import { migrate } from '#infra/postgres/migrations'
import { openPostgres } from '#infra/postgres/postgres-embarque'
import { diskStorage } from '#infra/storage'

/** The embedded Postgres and the migrations say in French why they do not go on; what node or Postgres says has a code. */
function sayWhy(error: unknown): never {
  if (error instanceof Error && 'code' in error) throw error
  return stop(error instanceof Error ? error.message : String(error))
}

/** What the commands act with; `close` ends what was opened, and nothing else. */
export function makeContexte(tell: Contexte['tell']): Contexte & { close: () => Promise<void> } {
  const closers: (() => Promise<void>)[] = []
  let opened: Promise<Db> | undefined

  const open = async () => {
    const { DATABASE_URL, DATA_DIR } = getEnv()
    const postgres = DATABASE_URL ? null : await openPostgres({ dataDir: DATA_DIR, tell }).catch(sayWhy)
    if (postgres) closers.push(postgres.close)
    const url = DATABASE_URL ?? postgres?.url ?? ''
    await migrate(url, tell).catch(sayWhy)
    const db = makeDb(url, 4)
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
