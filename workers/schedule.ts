import { setTimeout } from 'node:timers/promises'
import type { Logger } from '#infra/logger'
import type { JobQueue } from '#infra/queue'
import {
  purgeDesPerimes,
  reexamenDesRecevabilites,
  resserrementDesComptes,
  verificationDesComptes,
  reexamenDesPieces,
  rappelDesDeverrouillages,
  fermetureDesDeverrouillages,
  relectureDesBudgets,
  repriseDesAnalyses,
  repriseDesTravaux,
  suiviDesComplements,
} from '#jobs/catalogue'
import type { QueueName } from '#jobs/contract'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What runs by itself, and how often. */
export const REPEATED = [
  { job: fermetureDesDeverrouillages, every: MINUTE },
  { job: rappelDesDeverrouillages, every: 15 * MINUTE },
  { job: suiviDesComplements, every: 10 * MINUTE },
  { job: repriseDesTravaux, every: 15 * MINUTE },
  { job: repriseDesAnalyses, every: 5 * MINUTE },
  { job: reexamenDesPieces, every: 15 * MINUTE },
  { job: relectureDesBudgets, every: 5 * MINUTE },
  { job: purgeDesPerimes, every: HOUR },
  { job: reexamenDesRecevabilites, every: HOUR },
  { job: resserrementDesComptes, every: MINUTE },
  { job: verificationDesComptes, pattern: '30 3 * * *', tz: 'Europe/Paris' },
]

/** Sets the repeated jobs, which find their own work. Several workers that start together set the same ones. */
async function scheduleRepeated(queueOf: (name: QueueName) => JobQueue): Promise<void> {
  for (const { job, ...quand } of REPEATED) {
    await queueOf(job.queue).repeat(job.name, quand, {
      name: job.name,
      data: {},
      opts: {
        attempts: job.attempts,
        backoff: { type: 'exponential', delay: job.backoff },
        removeOnComplete: { count: 50 },
        removeOnFail: { count: 50 },
      },
    })
  }
}

/**
 * Sets the repeated jobs, trying again until they are set: a queue that is slow as everything starts must not leave reminders and échéances unseen
 * for the life of the process. Ends when `signal` is aborted.
 */
export async function keepScheduled(
  queueOf: (name: QueueName) => JobQueue,
  { log, signal, delay = 2_000 }: { log: Logger; signal: AbortSignal; delay?: number },
): Promise<void> {
  while (!signal.aborted) {
    try {
      await scheduleRepeated(queueOf)
      return
    } catch (err) {
      log.warn({ err }, 'repeated jobs not set, will be tried again')
    }
    await setTimeout(delay, undefined, { signal }).catch(() => undefined)
  }
}
