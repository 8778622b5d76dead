import type { JobQueue } from '#infra/queue'
import {
  purgerPerimes,
  reexaminerPieces,
  rappelerDeverrouillages,
  refermerDeverrouillages,
  relireBudgets,
  reprendreAnalyses,
  reprendreTravaux,
  suivreComplements,
} from '#jobs/catalogue'
import type { QueueName } from '#jobs/contract'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const REPEATED = [
  { job: refermerDeverrouillages, every: MINUTE },
  { job: rappelerDeverrouillages, every: 15 * MINUTE },
  { job: suivreComplements, every: 10 * MINUTE },
  { job: reprendreTravaux, every: 15 * MINUTE },
  { job: reprendreAnalyses, every: 5 * MINUTE },
  { job: reexaminerPieces, every: 15 * MINUTE },
  { job: relireBudgets, every: 5 * MINUTE },
  { job: purgerPerimes, every: HOUR },
]

/** Sets the repeated jobs, which find their own work. Several workers that start together set the same ones. */
export async function scheduleRepeated(queueOf: (name: QueueName) => JobQueue): Promise<void> {
  for (const { job, every } of REPEATED) {
    await queueOf(job.queue).repeat(
      job.name,
      { every },
      {
        name: job.name,
        data: {},
        opts: {
          attempts: job.attempts,
          backoff: { type: 'exponential', delay: job.backoff },
          removeOnComplete: { count: 50 },
          removeOnFail: { count: 50 },
        },
      },
    )
  }
}
