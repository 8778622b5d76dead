import path from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RYTHME } from '#domain/courriel/suspension'
import { diskStorage } from '#infra/storage'
import { REPEATED } from '#jobs/horaires'
import { HANDLERS } from '#workers/handlers/index'
import { makeMailer } from '#workers/mailer'
import { startRelay } from '#workers/relay'
import { startWorkers } from '#workers/run'
import { keepScheduled } from '#workers/schedule'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { unCourriel } from './faits'
import { log, STORES, unMonde, type Monde } from './monde'

const MAILS = 20

/** Mails in the hands of a worker at once. */
const EN_MAIN = 8

/** Empties the store of the queues, as an administrator or a restart without persistence does. */
async function vider({ store, db }: Monde) {
  if (store.kind === 'postgres') {
    const tables = await db.$queryRaw<{ nom: string }[]>`
      SELECT quote_ident(table_name) AS nom FROM information_schema.tables
      WHERE table_schema = 'bullmq' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '%migration%'`
    await db.$executeRawUnsafe(`TRUNCATE ${tables.map(({ nom }) => `bullmq.${nom}`).join(', ')}`)
    return
  }
  const redis = new Redis(store.url)
  await redis.flushall()
  redis.disconnect()
}

describe.each(STORES)('a queue that is emptied while all runs, on %s', (kind) => {
  const monde = unMonde(kind)
  let smtp: OwnSmtp
  const closers: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    smtp = await ownSmtp()
    const { db, queues, store, url, dir } = monde
    const mailer = makeMailer({ url: smtp.url, outbox: dir, from: { name: 'MCEI', address: 'mcei@mcei.test' } })
    const deps = {
      db,
      mailer,
      queueOf: queues.queueOf,
      storage: diskStorage(dir),
      antivirus: null,
      now: () => new Date(),
      rythme: RYTHME,
      tmp: path.join(dir, 'tmp'),
      outbox: '/nulle-part',
    }
    const relay = startRelay({ db, url, queueOf: queues.queueOf, log })
    const workers = startWorkers(store, { deps, handlers: HANDLERS, log })
    const closing = new AbortController()
    const kept = keepScheduled(queues.queueOf, { log, signal: closing.signal, delay: 50, every: 200 })
    closers.push(
      () => (closing.abort(), kept),
      () => relay.close(),
      () => workers.close(),
      () => (mailer.close(), smtp.close()),
    )
  })
  afterAll(async () => {
    for (const close of closers) await close()
  })

  const sontPoses = async () => {
    const poses = await Promise.all(
      REPEATED.map(({ job, ...quand }) => monde.queues.queueOf(job.queue).isRepeated(job.name, quand)),
    )
    return poses.every(Boolean)
  }

  test('the repeated jobs and the mails it held come back without a restart', { timeout: 90_000 }, async () => {
    await until('all repeated jobs are set', sontPoses)
    // Nothing leaves while somebody holds the row of the sending: a few mails are in hand, the others wait in the queue.
    const verrou = new pg.Client({ connectionString: monde.url })
    await verrou.connect()
    await verrou.query('BEGIN; SELECT 1 FROM expedition FOR UPDATE')
    for (let i = 0; i < MAILS; i += 1) await unCourriel(monde.db)
    await until('all are carried', async () => (await monde.db.outboxJob.count({ where: { publishedAt: null } })) === 0)
    const avant = new Date()

    await vider(monde)
    await verrou.query('COMMIT')
    await verrou.end()
    await until('the repeated jobs are set again', sontPoses, 30_000)
    await until(
      'the mails leave',
      async () => (await monde.db.courriel.count({ where: { etat: 'ENVOYE' } })) === MAILS,
      60_000,
    )

    expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(MAILS)
    expect(smtp.mails).toHaveLength(MAILS)
    const promis = await monde.db.outboxJob.count({ where: { name: 'courriel.envoyer', createdAt: { gt: avant } } })
    expect(promis).toBeGreaterThanOrEqual(MAILS - EN_MAIN)
  })

  test('one repeated job that is taken away is set again, and those that are set are left alone', async () => {
    const file = monde.queues.queueOf('entretien')
    const nuit = REPEATED.find(({ pattern }) => pattern !== undefined)
    if (!nuit) throw new Error('no nightly job')
    const { job, ...quand } = nuit
    expect(await file.isRepeated(job.name, quand)).toBe(true)
    expect(await file.isRepeated(job.name, { pattern: '31 3 * * *', tz: 'Europe/Paris' })).toBe(false)
    expect(await file.isRepeated('unknown', quand)).toBe(false)
  })
})
