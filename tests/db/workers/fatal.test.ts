import { RYTHME } from '#domain/courriel/suspension'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createPostgresBackend, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { diskStorage } from '#infra/storage'
import { envoiDeCourriel } from '#jobs/catalogue'
import { HANDLERS } from '#workers/handlers/index'
import { makeMailer } from '#workers/mailer'
import { startWorkers } from '#workers/run'
import { until } from '#support/until'
import { unCourriel } from './faits'
import { log, STORES, unMonde, type Monde } from './monde'

const SHORT = { lockDuration: 300, stalledInterval: 100, maxStalledCount: 6 }

/** A worker that takes a job and goes silent, as one that the job itself kills; seven times, then it has no hand left. */
function deadlyWorker({ store }: Monde) {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const options = { ...SHORT, concurrency: 7, skipLockRenewal: true }
  const redis = store.kind === 'redis' ? new Redis(store.url, { maxRetriesPerRequest: null }) : undefined
  const worker = redis
    ? new Worker('courriels', () => held, { ...options, connection: redis, prefix: '{mcei}' })
    : new Worker(
        'courriels',
        () => held,
        { ...options, connection: { connectionString: store.url, schema: 'bullmq', migrate: true } },
        createPostgresBackend,
      )
  worker.on('error', () => undefined)
  let taken = 0
  worker.on('active', () => (taken += 1))
  return {
    taken: () => taken,
    async close() {
      release()
      await worker.close(true)
      redis?.disconnect()
    },
  }
}

describe.each(STORES)('a job that kills its workers, on %s', (kind) => {
  const monde = unMonde(kind)

  test('ends as ECHEC on its row, where an officer sees it', { timeout: 60_000 }, async () => {
    const { id: courrielId } = await unCourriel(monde.db)
    const deadly = deadlyWorker(monde)
    const options = { jobId: randomUUID(), attempts: 8 }
    await monde.queues.queueOf('courriels').add(envoiDeCourriel.name, { courrielId }, options)
    await until('it was taken seven times', () => deadly.taken() === 7)

    const mailer = makeMailer({ outbox: monde.dir, from: { name: '', address: 'mcei@mcei.test' } })
    const deps = {
      db: monde.db,
      storage: diskStorage(monde.dir),
      mailer,
      antivirus: null,
      queueOf: monde.queues.queueOf,
      now: () => new Date(),
      rythme: RYTHME,
      tmp: path.join(monde.dir, 'tmp'),
      outbox: '/nulle-part',
    }
    const workers = startWorkers(monde.store, { deps, handlers: HANDLERS, log, options: SHORT })
    const courriel = await until('the row says it failed', async () => {
      const row = await monde.db.courriel.findUniqueOrThrow({ where: { id: courrielId } })
      return row.etat === 'ECHEC' ? row : null
    })
    expect(courriel).toMatchObject({
      tentatives: 0,
      erreur: 'Le traitement s’est interrompu plusieurs fois sans dire pourquoi.',
    })
    await Promise.all([deadly.close(), workers.close()])
  })
})
