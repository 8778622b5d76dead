import { afterAll, beforeAll, expect, test } from 'vitest'
import { lire, makeDb } from '#infra/db'
import { makeQueue, makeWorker } from '#infra/queue'
import { Prisma } from '#prisma'
import { ownDb } from '#support/own-db'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const rien = () => undefined

/** Ends every other session of this database, again and again while `work` runs, as a server that restarts would; answers how many it ended. */
async function pendantDesCoupures(work: () => Promise<void>): Promise<number> {
  const fait = work().then(() => true)
  let coupees = 0
  while (!(await Promise.race([fait, Promise.resolve(false)]))) {
    const [{ nombre } = { nombre: 0 }] = await lire<{ nombre: number }>(
      own.db,
      Prisma.sql`SELECT count(pg_terminate_backend(pid))::int AS nombre FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    coupees += nombre
  }
  return coupees
}

// What nobody listens to ends the process: here, it fails the run.
test('sessions cut while queues are met, listened to and closed end no process', async () => {
  const store = { kind: 'postgres', url: own.url, espace: 'coupures' } as const
  const coupees = await pendantDesCoupures(async () => {
    for (let i = 0; i < 60; i += 1) {
      const worker = makeWorker(store, 'courriels', () => Promise.resolve(), { onError: rien })
      const queue = makeQueue(store, 'courriels', rien)
      await queue.counts().catch(rien)
      await Promise.allSettled([worker.close(), queue.close()])
    }
  })
  expect(coupees).toBeGreaterThan(60)
  const queue = makeQueue(store, 'courriels', rien)
  expect(await queue.counts()).toMatchObject({ failed: 0 })
  await queue.close()
})

test('sessions cut while transactions begin, run and end do not either', async () => {
  const db = makeDb(own.url, 4)
  const coupees = await pendantDesCoupures(async () => {
    for (let i = 0; i < 60; i += 1) {
      const acte = () =>
        db.$transaction(async (tx) => {
          await tx.agent.count()
          await new Promise(setImmediate)
          await tx.agent.count()
        })
      await Promise.allSettled([acte(), acte(), acte(), acte()])
    }
  })
  expect(coupees).toBeGreaterThan(60)
  expect(await db.agent.count()).toBe(0)
  await db.$disconnect()
})
