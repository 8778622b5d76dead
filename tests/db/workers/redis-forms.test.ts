import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { makeQueue, makeWorker, pingStore } from '#infra/queue'
import { ownRedis, ownSentinel } from '#support/redis'
import { until } from '#support/until'

const quiet = () => undefined

/** Adds a job and takes it, through the address of REDIS_URL alone. */
async function carries(url: string) {
  const store = { kind: 'redis', url } as const
  await pingStore(store)
  const queue = makeQueue(store, 'courriels', quiet)
  const seen: string[] = []
  const worker = makeWorker(store, 'courriels', async (job) => void seen.push(job.id ?? ''), { onError: quiet })
  const jobId = randomUUID()
  await queue.add('courriel.envoyer', {}, { jobId })
  await until('the job is taken', () => seen.length > 0)
  await Promise.all([worker.close(), queue.close()])
  expect(seen).toEqual([jobId])
}

test('a password and a database of a single server', async () => {
  const redis = await ownRedis('--requirepass', 's3cr@t')
  onTestFinished(redis.close)
  await carries(`redis://default:s3cr%40t@127.0.0.1:${redis.port}/2`)
  await expect(pingStore({ kind: 'redis', url: redis.url })).rejects.toThrow('NOAUTH')
})

// A node alone never learns its own address from another: it is told.
test('a Cluster', async () => {
  const redis = await ownRedis(
    '--cluster-enabled',
    'yes',
    '--cluster-announce-ip',
    '127.0.0.1',
    '--requirepass',
    's3cr@t',
  )
  onTestFinished(redis.close)
  const admin = new Redis({ port: redis.port, password: 's3cr@t' })
  await admin.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16383)
  await until('the cluster is up', async () => String(await admin.call('CLUSTER', 'INFO')).includes('cluster_state:ok'))
  admin.disconnect()
  await carries(`redis+cluster://default:s3cr%40t@127.0.0.1:1,127.0.0.1:${redis.port}`)
})

test('Sentinels, one of them away', async () => {
  const redis = await ownRedis()
  onTestFinished(redis.close)
  const sentinel = await ownSentinel(redis)
  onTestFinished(sentinel.close)
  await carries(`redis+sentinel://127.0.0.1:1,127.0.0.1:${sentinel.port}/mcei/3`)
  const admin = new Redis({ port: redis.port, db: 3 })
  expect(await admin.keys('{mcei}:courriels:*')).not.toEqual([])
  admin.disconnect()
})
