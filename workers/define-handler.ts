import type { DepsAntivirus, DepsEnvoi } from '#infra/deps'
import type { Logger } from '#infra/logger'
import type { JobQueue } from '#infra/queue'
import type { JobContract, QueueName } from '#jobs/contract'
import type { Mailer } from './mailer'

/** What a handler acts with. */
export type HandlerDeps = DepsAntivirus &
  DepsEnvoi & {
    mailer: Mailer
    queueOf: (name: QueueName) => JobQueue
    /** A folder of this machine for work under way. */
    tmp: string
    /** The local outbox: where mails are files when there is no mail server. */
    outbox: string
  }

export type JobContext = HandlerDeps & { log: Logger }

type Work<Payload> = {
  /** Written to run twice: looks at the state first, does one outside thing, writes the state last. */
  run: (payload: Payload, context: JobContext) => Promise<void>
  /** Nobody will try again: the row says so, and why, in French. May be called twice. */
  onDead?: (payload: Payload, motif: string, deps: HandlerDeps) => Promise<void>
}

export type Handler<Name extends string = string> = { job: JobContract<Name, unknown>; work: Work<unknown> }

/** Ties a handler to its contract: `run` sees only a payload that its schema has read. */
export function defineHandler<Name extends string, Payload>(
  job: JobContract<Name, Payload>,
  { run, onDead }: Work<Payload>,
): Handler<Name> {
  return {
    job,
    work: {
      run: (payload, context) => run(job.payload.parse(payload), context),
      onDead: onDead && ((payload, motif, deps) => onDead(job.payload.parse(payload), motif, deps)),
    },
  }
}
