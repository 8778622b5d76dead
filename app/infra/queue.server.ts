import {
  createPostgresBackend,
  Queue,
  Worker,
  type Job,
  type JobSchedulerTemplateOptions,
  type JobsOptions,
  type RepeatOptions,
} from 'bullmq'
import { withDeadline } from '#infra/delai'
import { connectRedis } from '#infra/redis'
import type { QueueName } from '#jobs/contract'

/**
 * Where the queues are kept: Redis, or the application's own database. `espace` parts two applications that share a store:
 * it is the prefix of the keys in Redis, the schema of the tables in Postgres.
 */
export type Store = { kind: 'redis' | 'postgres'; url: string; espace?: string }

/** Redis where REDIS_URL says so, else the schema `bullmq` of the application's database. */
export const storeOf = ({ REDIS_URL, DATABASE_URL }: { REDIS_URL?: string; DATABASE_URL: string }): Store =>
  REDIS_URL ? { kind: 'redis', url: REDIS_URL } : { kind: 'postgres', url: DATABASE_URL }

/** What a queue can be asked, whatever keeps it. */
export type JobQueue = {
  add: (name: string, payload: unknown, options: JobsOptions) => Promise<unknown>
  /** One repeated job per id: a second call with the same id replaces the first. */
  repeat: (
    id: string,
    every: RepeatOptions,
    job: { name: string; data: object; opts: JobSchedulerTemplateOptions },
  ) => Promise<unknown>
  /** Whether this repeated job is set just so, and its next run is there: a store that was emptied, wholly or in part, says no. */
  isRepeated: (id: string, every: RepeatOptions) => Promise<boolean>
  /** Those of these jobs that the store still knows, whether they wait, run or ended. */
  known: (ids: readonly string[]) => Promise<Set<string>>
  counts: () => Promise<Record<string, number>>
  close: () => Promise<void>
}

export type Processor = (job: Job) => Promise<void>

/** How a worker takes jobs; times in ms. A job of a dead worker is taken back after `lockDuration` + `stalledInterval` at most. */
export type WorkerOptions = { concurrency?: number; lockDuration?: number; stalledInterval?: number }

export type JobWorker = {
  on: (event: 'failed', listener: (job: Job | undefined, error: Error) => void) => unknown
  /** Takes no more jobs and waits for those under way. */
  close: () => Promise<void>
}

type OnError = (error: Error) => void

/** A prefix in braces keeps all keys in one slot of a cluster, which BullMQ's scripts need. */
const prefixOf = ({ espace = 'mcei' }: Store) => `{${espace}}`

const poolOf = ({ url, espace = 'bullmq' }: Store, max: number) => ({
  connectionString: url,
  schema: espace,
  migrate: true,
  max,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
})

/** How long a store has to take a job, in ms. A job it takes later all the same is known by its id. */
const PATIENCE = 5_000

/** Fails when the store keeps silent: BullMQ itself waits for ever for a Redis it has not met yet. */
const answered = <T>(work: Promise<T>): Promise<T> => withDeadline(work, PATIENCE, 'queue')

type Kept = Pick<Queue, 'getJobScheduler' | 'getJob'>

async function isSet(queue: Kept, id: string, { every, pattern, tz }: RepeatOptions): Promise<boolean> {
  const kept = await queue.getJobScheduler(id)
  if (!kept || kept.every !== every || kept.pattern !== pattern || kept.tz !== tz) return false
  return (await queue.getJob(`repeat:${id}:${kept.next}`)) !== undefined
}

async function knownOf(queue: Kept, ids: readonly string[]): Promise<Set<string>> {
  const jobs = await Promise.all(ids.map((id) => queue.getJob(id)))
  return new Set(ids.filter((_, i) => jobs[i] !== undefined))
}

/** A queue to add to. A store that is away makes `add` fail within seconds; `onError` hears what nobody awaits. */
export function makeQueue(store: Store, name: QueueName, onError: OnError): JobQueue {
  const redis = store.kind === 'redis' ? connectRedis(store.url, 'producer') : undefined
  redis?.on('error', onError)
  const queue = redis
    ? new Queue(name, { connection: redis, prefix: prefixOf(store) })
    : new Queue(name, { connection: poolOf(store, 4) }, createPostgresBackend)
  queue.on('error', onError)
  return {
    add: (job, payload, options) => answered(queue.add(job, payload, options)),
    repeat: (id, every, job) => answered(queue.upsertJobScheduler(id, every, job)),
    isRepeated: (id, every) => answered(isSet(queue, id, every)),
    known: (ids) => answered(knownOf(queue, ids)),
    counts: () => answered(queue.getJobCounts()),
    async close() {
      await queue.close()
      redis?.disconnect()
    },
  }
}

/** Takes the jobs of a queue, `concurrency` at a time. A store that is away is waited for, for ever. */
export function makeWorker(
  store: Store,
  name: QueueName,
  processor: Processor,
  { onError, concurrency = 1, lockDuration = 15_000, stalledInterval = 5_000 }: WorkerOptions & { onError: OnError },
): JobWorker {
  const redis = store.kind === 'redis' ? connectRedis(store.url, 'worker') : undefined
  redis?.on('error', onError)
  // Three stalls: a job that kills its worker each time must end somewhere, one that met three deploys must not.
  const options = { concurrency, lockDuration, stalledInterval, maxStalledCount: 3 }
  const worker = redis
    ? new Worker(name, processor, { connection: redis, prefix: prefixOf(store), ...options })
    : new Worker(
        name,
        processor,
        { connection: poolOf(store, Math.min(concurrency, 4) + 1), ...options },
        createPostgresBackend,
      )
  worker.on('error', onError)
  return {
    on: (event, listener) => worker.on(event, listener),
    async close() {
      await worker.close()
      redis?.disconnect()
    },
  }
}

/** Resolves when the store answers, rejects within seconds when it does not. In Postgres, being reachable is the database's own health. */
export async function pingStore(store: Store): Promise<void> {
  if (store.kind === 'postgres') return
  const redis = connectRedis(store.url, 'producer')
  // The failure is told by the ping itself; ioredis prints what nobody listens to.
  redis.on('error', () => undefined)
  try {
    await redis.ping()
  } finally {
    redis.disconnect()
  }
}
