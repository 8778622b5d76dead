import { setTimeout } from 'node:timers/promises'
import type { Logger } from '#infra/logger'
import type { JobQueue } from '#infra/queue'
import { REPEATED } from '#jobs/horaires'
import type { QueueName } from '#jobs/contract'

type QueueOf = (name: QueueName) => JobQueue

const MINUTE = 60_000
/** Sets the repeated jobs, which find their own work. Several workers that start together set the same ones. */
export async function scheduleRepeated(queueOf: QueueOf): Promise<void> {
  for (const repeated of REPEATED) await set(queueOf, repeated)
}

/** Sets again those that are no longer there as they were set; gives their names. */
async function scheduleLost(queueOf: QueueOf): Promise<string[]> {
  const lost: string[] = []
  for (const { job, ...quand } of REPEATED) {
    if (await queueOf(job.queue).isRepeated(job.name, quand)) continue
    await set(queueOf, { job, ...quand })
    lost.push(job.name)
  }
  return lost
}

const set = (queueOf: QueueOf, { job, ...quand }: (typeof REPEATED)[number]) =>
  queueOf(job.queue).repeat(job.name, quand, {
    name: job.name,
    data: {},
    opts: {
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.backoff },
      removeOnComplete: { count: 50 },
      removeOnFail: { count: 50 },
    },
  })

type Options = {
  log: Logger
  signal: AbortSignal
  /** Wait, in ms, before what could not be set is tried again. */
  delay?: number
  /** How often, in ms, this process looks that they are all there. */
  every?: number
}

/**
 * Sets the repeated jobs and sees, by the clock of this process and not by the queue's, that they stay set: a queue that is slow as everything
 * starts, or that is emptied while all runs, must not leave reminders, échéances and the taking up of lost work unseen. Ends when `signal`
 * is aborted.
 */
export async function keepScheduled(
  queueOf: QueueOf,
  { log, signal, delay = 2_000, every = MINUTE }: Options,
): Promise<void> {
  let areSet = false
  while (!signal.aborted) {
    let wait = every
    try {
      if (areSet) {
        const lost = await scheduleLost(queueOf)
        if (lost.length > 0) log.error({ lost }, 'the queue had lost repeated jobs, set again')
      } else await scheduleRepeated(queueOf)
      areSet = true
    } catch (err) {
      wait = delay
      log.warn({ err }, 'repeated jobs not set, will be tried again')
    }
    await setTimeout(wait, undefined, { signal }).catch(() => undefined)
  }
}
