import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { OUTBOX_CHANNEL, promiseJob } from '#infra/outbox'
import { makeWorker, type JobWorker } from '#infra/queue'
import { envoiDeCourriel, generationDeRapport } from '#jobs/catalogue'
import { relayOnce, startRelay } from '#workers/relay'
import { until } from '#support/until'
import { log, STORES, unMonde, type Monde } from './monde'

type Promised = { db: Monde['db']; runAt?: Date }

/** Promises `n` mails and gives their ids, which no row answers to. */
async function promettre(n: number, { db, runAt }: Promised): Promise<string[]> {
  const ids = Array.from({ length: n }, () => randomUUID())
  await db.$transaction(async (tx) => {
    for (const courrielId of ids) await promiseJob(tx, envoiDeCourriel, { courrielId }, runAt)
  })
  return ids
}

describe.each(STORES)('the relay to %s', (kind) => {
  const monde = unMonde(kind)
  let worker: JobWorker | undefined

  /** Takes what is in the queue of mails; the list grows as jobs are taken. */
  function taken(): string[] {
    const ids: string[] = []
    worker = makeWorker(
      monde.store,
      'courriels',
      async (job) => void ids.push((job.data as { courrielId: string }).courrielId),
      {
        onError: () => undefined,
        concurrency: 10,
      },
    )
    return ids
  }

  afterEach(async () => {
    await worker?.close()
    worker = undefined
    await monde.db.outboxJob.deleteMany()
  })

  const carry = (limit?: number) => relayOnce(monde.db, monde.queues.queueOf, log, limit)

  test('two relays at once carry each promise once', async () => {
    const ids = await promettre(120, monde)
    const carried = await Promise.all([carry(50), carry(50), carry(50)])
    expect(carried.reduce((sum, n) => sum + n)).toBe(120)

    const seen = taken()
    await until('all mails are taken', () => seen.length >= 120)
    expect(seen.toSorted()).toEqual(ids.toSorted())
    expect(await monde.db.outboxJob.count({ where: { publishedAt: null } })).toBe(0)
  })

  test('a relay that dies between add and update adds nothing twice, even once the job is done', async () => {
    const [id] = await promettre(1, monde)
    await carry()
    const seen = taken()
    await until('the mail is taken', () => seen.length > 0)
    await until('its job is done', async () => (await monde.queues.queueOf('courriels').counts()).active === 0)

    await monde.db.outboxJob.updateMany({ data: { publishedAt: null } })
    const [other] = await promettre(1, monde)
    expect(await carry()).toBe(2)
    await until('the other mail is taken', () => seen.includes(other ?? ''))
    expect(seen).toEqual([id, other])
  })

  test('a promise for later is not carried before its hour', async () => {
    await promettre(1, { ...monde, runAt: new Date(Date.now() + 3_600_000) })
    expect(await carry()).toBe(0)
  })

  test('a name this version does not know is left, and does not stand in the way', async () => {
    await monde.db.outboxJob.create({ data: { name: 'demain.faire', payload: {}, runAt: new Date(0) } })
    await promettre(1, monde)
    expect(await carry(1)).toBe(1)
    expect(await monde.db.outboxJob.count({ where: { publishedAt: null } })).toBe(1)
  })

  test('a promise the queue refuses is set aside, and the others go', async () => {
    await promettre(2, monde)
    await monde.db.$transaction((tx) => promiseJob(tx, generationDeRapport, { rapportId: randomUUID() }))
    const queueOf: typeof monde.queues.queueOf = (name) => {
      if (name === 'rapports') throw new Error('no room')
      return monde.queues.queueOf(name)
    }
    expect(await relayOnce(monde.db, queueOf, log)).toBe(2)
    const left = await monde.db.outboxJob.findMany({ where: { publishedAt: null } })
    expect(left.map(({ name }) => name)).toEqual(['rapport.generer'])
    expect(left[0]?.runAt.getTime()).toBeGreaterThan(Date.now())
  })

  test('a commit wakes the relay, long before its clock', async () => {
    const relay = startRelay({ db: monde.db, url: monde.url, queueOf: monde.queues.queueOf, log, poll: 600_000 })
    await until('the relay listens', async () => {
      const [row] = await monde.db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query = ${`LISTEN ${OUTBOX_CHANNEL}`}`
      return row?.n === 1
    })
    const seen = taken()
    const [id] = await promettre(1, monde)
    await until('the mail is taken', () => seen.includes(id ?? ''), 5_000)
    await relay.close()
  })

  test('a relay that lost its ear listens again', async () => {
    const relay = startRelay({ db: monde.db, url: monde.url, queueOf: monde.queues.queueOf, log, poll: 100 })
    const ears = () => monde.db.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'mcei-relais'`
    const [first] = await until('the relay listens', async () => {
      const rows = await ears()
      return rows.length > 0 ? rows : null
    })
    await monde.db.$queryRaw`SELECT pg_terminate_backend(${first?.pid}::int)`
    await until('another ear', async () => (await ears()).some(({ pid }) => pid !== first?.pid))
    await relay.close()
    expect(await ears()).toEqual([])
  })
})
