import type { ZodType } from 'zod'

/** What a job is, light enough to be imported anywhere. `backoff` is the first wait in ms, doubled at each try. */
export type JobContract<Name extends string, Payload> = {
  name: Name
  queue: QueueName
  /** Ids only: the queue keeps payloads in clear, and a row read late is a row read right. */
  payload: ZodType<Payload>
  attempts: number
  backoff: number
}

export const QUEUES = ['courriels', 'actes', 'rapports', 'lots', 'messages', 'analyses', 'entretien'] as const
export type QueueName = (typeof QUEUES)[number]

/** Keeps the name as a literal type, so that a job without a handler does not compile. */
export const defineJob = <const Name extends string, Payload>(
  job: JobContract<Name, Payload>,
): JobContract<Name, Payload> => job
