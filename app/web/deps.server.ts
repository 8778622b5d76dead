import path from 'node:path'
import { boiteDe } from '#infra/boite'
import { makeDb } from '#infra/db'
import { getEnv } from '#infra/env'
import { storeOf } from '#infra/queue'
import { diskStorage } from '#infra/storage'

const env = getEnv()
if (!env.DATABASE_URL) throw new Error('DATABASE_URL manque\u00a0: lancez l’application par «\u00a0npm start\u00a0».')

/** For what listens to it on a connection of its own. */
export const urlDeLaBase: string = env.DATABASE_URL

/** What use cases and queries act with, one per process. */
export const deps = {
  db: makeDb(env.DATABASE_URL),
  now: () => new Date(),
  store: storeOf({ REDIS_URL: env.REDIS_URL, DATABASE_URL: env.DATABASE_URL }),
  /** Under which the mailbox is known; null where none is set. */
  boite: boiteDe(env.IMAP_URL)?.cle ?? null,
  storage: diskStorage(path.join(env.DATA_DIR, 'fichiers')),
}

export type DepsWeb = typeof deps
