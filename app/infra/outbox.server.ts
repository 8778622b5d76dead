import { randomUUID } from 'node:crypto'
import type { Tx } from '#infra/db'
import type { JobContract } from '#jobs/contract'
import type { Prisma } from '#prisma'

/** Channel the relay listens on: a promise is carried within milliseconds of its commit. */
export const OUTBOX_CHANNEL = 'outbox'

/** Promises a job in the transaction of the act; kept only if it commits. There is no other way to enqueue from a use case. */
export const promiseJob = <P extends Prisma.InputJsonObject>(
  tx: Tx,
  job: JobContract<string, P>,
  payload: P,
  runAt?: Date,
): Promise<void> => promiseJobsAt(tx, job, [{ payload, runAt: runAt ?? null }])

/** Promises the same job once for each payload, as {@link promiseJob} does for one. */
export const promiseJobs = <P extends Prisma.InputJsonObject>(
  tx: Tx,
  job: JobContract<string, P>,
  payloads: readonly P[],
): Promise<void> =>
  promiseJobsAt(
    tx,
    job,
    payloads.map((payload) => ({ payload, runAt: null })),
  )

/**
 * The same, each for its own instant; null means at once. The rows and the word to the relay are one statement, and not two that Prisma compiles: an
 * act that many do at once promises several times.
 */
export async function promiseJobsAt<P extends Prisma.InputJsonObject>(
  tx: Tx,
  job: JobContract<string, P>,
  promised: readonly { payload: P; runAt: Date | null }[],
): Promise<void> {
  if (promised.length === 0) return
  const now = new Date()
  const ids = promised.map(() => randomUUID())
  const payloads = promised.map(({ payload }) => JSON.stringify(job.payload.parse(payload)))
  const instants = promised.map(({ runAt }) => (runAt ?? now).toISOString())
  await tx.$executeRaw`
    INSERT INTO outbox_job (id, name, payload, run_at, created_at)
    SELECT u.id::uuid, ${job.name}, u.payload::jsonb, u.run_at::timestamptz, ${now}::timestamptz
    FROM unnest(${ids}::text[], ${payloads}::text[], ${instants}::text[]) u (id, payload, run_at)
    RETURNING pg_notify(${OUTBOX_CHANNEL}, '')`
}
