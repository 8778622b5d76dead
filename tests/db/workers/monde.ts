import { afterAll, beforeAll } from 'vitest'
import type { Db } from '#infra/db'
import { logger } from '#infra/logger'
import type { Store } from '#infra/queue'
import { makeQueues } from '#workers/queues'
import { ownDb } from '#support/own-db'
import { ownRedis, type OwnRedis } from '#support/redis'

export const STORES = ['redis', 'postgres'] as const

export const log = logger.child({}, { level: 'silent' })

/** A database, a queue store of the kind asked for and a folder, of the describe block alone. Read it inside tests. */
export type Monde = {
  db: Db
  url: string
  store: Store
  dir: string
  redis: OwnRedis | undefined
  queues: ReturnType<typeof makeQueues>
}

export function unMonde(kind: Store['kind']): Monde {
  const monde = {} as Monde
  let drop: () => Promise<void>

  beforeAll(async () => {
    const own = await ownDb()
    drop = own.drop
    monde.db = own.db
    monde.url = own.url
    monde.dir = own.dataDir
    monde.redis = kind === 'redis' ? await ownRedis() : undefined
    monde.store = monde.redis ? { kind: 'redis', url: monde.redis.url } : { kind: 'postgres', url: own.url }
    monde.queues = makeQueues(monde.store, log)
  }, 60_000)

  afterAll(async () => {
    await monde.queues.close()
    await monde.redis?.close()
    await drop()
  })
  return monde
}
