import type { Tx } from '#infra/db'
import type { JobContract } from '#jobs/contract'
import type { Prisma } from '#prisma'

/** Channel the relay listens on: a promise is carried within milliseconds of its commit. */
export const OUTBOX_CHANNEL = 'outbox'

/** Promises a job in the transaction of the act; kept only if it commits. There is no other way to enqueue from a use case. */
export async function promiseJob<P extends Prisma.InputJsonObject>(
  tx: Tx,
  job: JobContract<string, P>,
  payload: P,
  runAt?: Date,
): Promise<void> {
  await tx.outboxJob.create({
    data: { name: job.name, payload: job.payload.parse(payload), ...(runAt && { runAt }) },
  })
  await tx.$executeRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`
}

/** Promises the same job once for each payload, as {@link promiseJob} does for one. */
export async function promiseJobs<P extends Prisma.InputJsonObject>(
  tx: Tx,
  job: JobContract<string, P>,
  payloads: readonly P[],
): Promise<void> {
  if (payloads.length === 0) return
  await tx.outboxJob.createMany({
    data: payloads.map((payload) => ({ name: job.name, payload: job.payload.parse(payload) })),
  })
  await tx.$executeRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`
}
