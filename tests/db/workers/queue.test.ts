import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeWorker, pingStore } from '#infra/queue'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import type { QueueName } from '#jobs/contract'
import { REPEATED } from '#jobs/horaires'
import { relayOnce } from '#workers/relay'
import { makeQueues } from '#workers/queues'
import { keepScheduled, scheduleRepeated } from '#workers/schedule'
import { until } from '#support/until'
import { log, STORES, unMonde } from './monde'

const quiet = { onError: () => undefined }

describe.each(STORES)('the queue on %s', (kind) => {
  const monde = unMonde(kind)

  test('repeated jobs set by two workers at once run once each', async () => {
    const other = makeQueues(monde.store, log)
    await Promise.all([scheduleRepeated(monde.queues.queueOf), scheduleRepeated(other.queueOf)])
    await scheduleRepeated(other.queueOf)

    // What has its hour waits for it; the rest runs as soon as it is set.
    const names = REPEATED.filter(({ every }) => every !== undefined)
      .map(({ job }) => job.name)
      .toSorted()
    expect(names).toContain('deverrouillage.rappeler')
    const ran: string[] = []
    const worker = makeWorker(monde.store, 'entretien', async (job) => void ran.push(job.name), quiet)
    await until('the repeated jobs ran', () => new Set(ran).size === names.length)
    const { waiting = 0, delayed = 0 } = await monde.queues.queueOf('entretien').counts()
    expect(waiting + delayed).toBe(REPEATED.length)
    expect(ran.toSorted()).toEqual(names)
    await worker.close()
    await other.close()
  })

  test('repeated jobs that could not be set as all starts are set later', async () => {
    let refusals = 0
    const slow = (name: QueueName) => {
      refusals += 1
      if (refusals === 1) throw new Error('no answer')
      return monde.queues.queueOf(name)
    }
    const closing = new AbortController()
    const kept = keepScheduled(slow, { log, signal: closing.signal, delay: 1 })
    await until('all are set', () => refusals === REPEATED.length + 1)
    closing.abort()
    await kept
  })

  test('the store answers', async () => {
    await expect(pingStore(monde.store)).resolves.toBeUndefined()
  })
})

describe('Redis away', () => {
  const monde = unMonde('redis')

  test(
    'a producer is told within seconds, the promise stays, and goes when Redis is back',
    { timeout: 60_000 },
    async () => {
      const seen: string[] = []
      const worker = makeWorker(
        monde.store,
        'courriels',
        async (job) => void seen.push((job.data as { courrielId: string }).courrielId),
        quiet,
      )
      await monde.redis?.stop()
      const courrielId = randomUUID()
      await monde.db.$transaction((tx) => promiseJob(tx, envoiDeCourriel, { courrielId }))

      const began = performance.now()
      await expect(relayOnce(monde.db, monde.queues.queueOf, log)).rejects.toThrow()
      expect(performance.now() - began).toBeLessThan(10_000)
      expect(await monde.db.outboxJob.count({ where: { publishedAt: null } })).toBe(1)
      await expect(pingStore(monde.store)).rejects.toThrow()

      await monde.redis?.start()
      await until('the promise is carried', () => relayOnce(monde.db, monde.queues.queueOf, log).catch(() => 0))
      await until('the worker came back by itself', () => seen.length > 0)
      expect(seen).toEqual([courrielId])
      await worker.close()
    },
  )

  test('a producer that never met Redis is told too', { timeout: 60_000 }, async () => {
    await monde.redis?.stop()
    const queues = makeQueues(monde.store, log)
    await monde.db.$transaction((tx) => promiseJob(tx, envoiDeCourriel, { courrielId: randomUUID() }))
    const began = performance.now()
    await expect(relayOnce(monde.db, queues.queueOf, log)).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(10_000)
    await queues.close()
    await monde.redis?.start()
  })
})
