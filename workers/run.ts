import { UnrecoverableError, type Job } from 'bullmq'
import { ZodError } from 'zod'
import { NotFound } from '#infra/errors'
import type { Logger } from '#infra/logger'
import { noterExecution } from '#infra/stores/entretien/execution'
import { makeWorker, type JobWorker, type Store, type WorkerOptions } from '#infra/queue'
import { QUEUES, type QueueName } from '#jobs/contract'
import type { JobName } from '#jobs/catalogue'
import type { HandlerDeps, Handler } from './define-handler'
import { CONNEXIONS } from './mailer'

type Handlers = Record<JobName, Handler>
type Context = { deps: HandlerDeps; handlers: Handlers; log: Logger }

/**
 * Jobs taken at once per queue: mails wait for a server, on a connection each until what it said is written, so that a death leaves no more of them in
 * doubt; the acts of a lot for one another’s journal, workbooks, lots and received mails hold the processor, and the last are sorted one at a time.
 */
const CONCURRENCY: Record<QueueName, number> = {
  courriels: CONNEXIONS,
  actes: 3,
  rapports: 1,
  lots: 1,
  messages: 1,
  analyses: 2,
  entretien: 1,
}

/** What no second try can change: the row is not there, or the payload cannot be read. */
const isFinal = (error: unknown) => error instanceof NotFound || error instanceof ZodError

/** BullMQ's word for a job whose workers died one after the other. */
const isStalled = (error: Error) => error.message.includes('stalled more than')

/** What an officer reads on a row that failed for good. */
const motifOf = (error: Error) =>
  isStalled(error)
    ? 'Le traitement s’est interrompu plusieurs fois sans dire pourquoi.'
    : `Le traitement a échoué\u00a0: ${error.message}`

const handlerOf = (handlers: Handlers, name: string): Handler | undefined =>
  Object.values(handlers).find(({ job }) => job.name === name)

async function declareDead({ deps, handlers, log }: Context, job: Job, error: Error) {
  try {
    await handlerOf(handlers, job.name)?.work.onDead?.(job.data, motifOf(error), deps)
  } catch (err) {
    // A row that cannot be marked must not hide why the job died.
    log.error({ err, job: job.name, jobId: job.id }, 'could not mark the row of a dead job')
  }
}

async function processJob(context: Context, job: Job) {
  const log = context.log.child({ job: job.name, jobId: job.id, essai: job.attemptsMade + 1 })
  const handler = handlerOf(context.handlers, job.name)
  if (!handler) throw new UnrecoverableError(`no handler: ${job.name}`)
  try {
    await handler.work.run(job.data, { ...context.deps, log })
    await noterExecution(context.deps.db, job.name, new Date())
    log.info('job done')
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const isDead = isFinal(error) || job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
    log[isDead ? 'error' : 'warn']({ err: error }, isDead ? 'job dead' : 'job failed, will be tried again')
    if (isDead) await declareDead(context, job, error)
    throw isFinal(error) ? new UnrecoverableError(error.message) : error
  }
}

/**
 * One worker per queue. The row of a job that died says so before the queue does, so that no death goes unseen; a job that stalled
 * too often never reaches its handler, and is told by the queue alone.
 */
export function startWorkers(store: Store, { options, ...context }: Context & { options?: WorkerOptions }): JobWorker {
  const workers = QUEUES.map((queue) => {
    const onError = (err: Error) => context.log.warn({ err, queue }, 'queue error')
    const worker = makeWorker(store, queue, (job) => processJob(context, job), {
      concurrency: CONCURRENCY[queue],
      ...options,
      onError,
    })
    worker.on('failed', (job, error) => {
      if (job && isStalled(error)) void declareDead(context, job, error)
    })
    return worker
  })
  return {
    on: (event, listener) => workers.forEach((worker) => worker.on(event, listener)),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}
