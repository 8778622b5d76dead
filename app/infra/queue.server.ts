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
import type { EtatDeTravail } from '#domain/entretien/travaux'
import { ClientQuiTient } from '#infra/postgres/client-qui-tient'
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

/** A job as its queue keeps it. `depuis`: when it ended, began, or was added. */
export type TravailGarde = { id: string; nom: string; charge: unknown; essais: number; depuis: Date; erreur: string }

const gardeDe = (job: KeptJob): TravailGarde => ({
  id: String(job.id),
  nom: job.name,
  charge: job.data,
  essais: job.attemptsMade,
  depuis: new Date(job.finishedOn ?? job.processedOn ?? job.timestamp),
  erreur: job.failedReason ?? '',
})

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
  /** What it keeps in this state, the first added last, at most `max`. What repeats and waits for its hour is left out. */
  kept: (etat: EtatDeTravail, max: number) => Promise<TravailGarde[]>
  /** The job of this id, where it ended in a failure; null for any other. */
  failed: (id: string) => Promise<TravailGarde | null>
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
  Client: ClientQuiTient,
})

/** How long a store has to take a job, in ms. A job it takes later all the same is known by its id. */
const PATIENCE = 5_000

/** Fails when the store keeps silent: BullMQ itself waits for ever for a Redis it has not met yet. */
const answered = <T>(work: Promise<T>): Promise<T> => withDeadline(work, PATIENCE, 'queue')

type KeptJob = Pick<Job, 'id' | 'name' | 'data' | 'attemptsMade' | 'finishedOn' | 'processedOn' | 'timestamp'> & {
  failedReason?: string
}
type Kept = Pick<Queue, 'getJobScheduler' | 'getJob' | 'getJobs'>
type Asked = Kept & Pick<Queue, 'add' | 'upsertJobScheduler' | 'getJobCounts' | 'waitUntilReady' | 'close'>

async function isSet(queue: Kept, id: string, { every, pattern, tz }: RepeatOptions): Promise<boolean> {
  const kept = await queue.getJobScheduler(id)
  if (!kept || kept.every !== every || kept.pattern !== pattern || kept.tz !== tz) return false
  return (await queue.getJob(`repeat:${id}:${kept.next}`)) !== undefined
}

const REPETE = /^repeat:/

async function keptOf(queue: Kept, etat: EtatDeTravail, max: number): Promise<TravailGarde[]> {
  const jobs = await queue.getJobs(etat, 0, max - 1)
  return jobs.map(gardeDe).filter(({ id }) => etat !== 'delayed' || !REPETE.test(id))
}

async function failedOf(queue: Kept, id: string): Promise<TravailGarde | null> {
  const job = await queue.getJob(id)
  return job && (await job.isFailed()) ? gardeDe(job) : null
}

async function knownOf(queue: Kept, ids: readonly string[]): Promise<Set<string>> {
  const jobs = await Promise.all(ids.map((id) => queue.getJob(id)))
  return new Set(ids.filter((_, i) => jobs[i] !== undefined))
}

/**
 * BullMQ keeps for ever the failure of its first meeting with Postgres: a queue opened while the database was away would never work. `use` gives one
 * that has met it, opened anew where the first has failed.
 */
function metQueue(open: () => Asked) {
  let queue = open()
  return {
    async use(): Promise<Asked> {
      const met = queue
      try {
        await met.waitUntilReady()
        return met
      } catch {
        if (queue === met) {
          queue = open()
          void met.close().catch(() => undefined)
        }
        await queue.waitUntilReady()
        return queue
      }
    },
    close: () => queue.close(),
  }
}

/** A queue to add to. A store that is away makes `add` fail within seconds; `onError` hears what nobody awaits. */
export function makeQueue(store: Store, name: QueueName, onError: OnError): JobQueue {
  const redis = store.kind === 'redis' ? connectRedis(store.url, 'producer') : undefined
  redis?.on('error', onError)
  const queue = metQueue(() => {
    const opened = redis
      ? new Queue(name, { connection: redis, prefix: prefixOf(store) })
      : new Queue(name, { connection: poolOf(store, 4) }, createPostgresBackend)
    return opened.on('error', onError)
  })
  const asked = <T>(ask: (met: Asked) => Promise<T>): Promise<T> => answered(queue.use().then(ask))
  return {
    add: (job, payload, options) => asked((met) => met.add(job, payload, options)),
    repeat: (id, every, job) => asked((met) => met.upsertJobScheduler(id, every, job)),
    isRepeated: (id, every) => asked((met) => isSet(met, id, every)),
    known: (ids) => asked((met) => knownOf(met, ids)),
    counts: () => asked((met) => met.getJobCounts()),
    kept: (etat, max) => asked((met) => keptOf(met, etat, max)),
    failed: (id) => asked((met) => failedOf(met, id)),
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
  // Six stalls: a job that kills its worker each time must end somewhere; one that meets five deaths of its worker while it goes through many lines must not.
  const options = { concurrency, lockDuration, stalledInterval, maxStalledCount: 6 }
  const pool = poolOf(store, Math.min(concurrency, 4) + 1)
  const worker = metWorker(() => {
    const opened = redis
      ? new Worker(name, processor, { connection: redis, prefix: prefixOf(store), ...options })
      : new Worker(name, processor, { connection: pool, ...options }, createPostgresBackend)
    return opened.on('error', onError)
  })
  return {
    on: worker.on,
    async close() {
      await worker.close()
      redis?.disconnect()
    },
  }
}

/** Wait, in ms, before a worker that could not meet its store is opened anew. */
const AGAIN = 1_000

type OnFailed = Parameters<JobWorker['on']>[1]
type Taking = JobWorker & { waitUntilReady: () => Promise<void>; close: (force?: boolean) => Promise<void> }

/** The same for a worker: one that could not meet Postgres takes no job for ever, and gives its place to another. */
function metWorker(open: () => Taking): JobWorker {
  const listeners: OnFailed[] = []
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let worker = begin()

  function begin(): Taking {
    const opened = open()
    for (const listener of listeners) opened.on('failed', listener)
    opened.waitUntilReady().catch(() => {
      void opened.close(true).catch(() => undefined)
      if (!isClosed) timer = setTimeout(() => (worker = begin()), AGAIN)
    })
    return opened
  }
  return {
    on(event, listener) {
      listeners.push(listener)
      worker.on(event, listener)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await worker.close()
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
