import { expect, test } from 'vitest'
import { makeDb } from '#infra/db'
import { ownDb } from '#support/own-db'
import { runSql } from '#support/template-db'

test('an instant is the same for the application and for SQL on a server that lives in Paris', async () => {
  const own = await ownDb()
  await runSql(own.url, `ALTER DATABASE "${new URL(own.url).pathname.slice(1)}" SET timezone = 'Europe/Paris'`)
  const db = makeDb(own.url)
  const runAt = new Date('2025-07-14T10:00:00.000Z')
  const { id } = await db.outboxJob.create({ data: { name: 'demain.faire', payload: {}, runAt } })

  const [row] = await db.$queryRaw<{ epoch: number; same: boolean }[]>`
    SELECT extract(epoch FROM run_at)::int AS epoch, run_at = ${runAt} AS same FROM outbox_job`
  expect(row).toEqual({ epoch: runAt.getTime() / 1000, same: true })
  await db.$executeRaw`UPDATE outbox_job SET run_at = '2025-12-25T12:00:00+01:00'`
  expect((await db.outboxJob.findUniqueOrThrow({ where: { id } })).runAt).toEqual(new Date('2025-12-25T11:00:00Z'))
  await db.$disconnect()
  await own.drop()
})
