import { describe, expect, test } from 'vitest'
import { lire, makeDb, type Tx } from '#infra/db'
import { Prisma } from '#prisma'
import { ownDb } from '#support/own-db'
import { runSql } from '#support/template-db'
import { until } from '#support/until'

test('however many statements are read, a connection keeps the plans of a bounded number', async () => {
  const own = await ownDb()
  const db = makeDb(own.url, 1)
  for (let i = 0; i < 400; i += 1) {
    const rows = await lire<{ n: number }>(db, Prisma.sql`SELECT ${Prisma.raw(String(i))} AS n`)
    expect(rows).toEqual([{ n: i }])
  }
  const [gardees] = await lire<{ nombre: number }>(
    db,
    Prisma.sql`SELECT count(*)::int AS nombre FROM pg_prepared_statements`,
    { plan: 'chaque fois' },
  )
  expect(gardees).toEqual({ nombre: 300 })
  await db.$disconnect()
  await own.drop()
})

test('a server that cuts the connections nobody uses ends no process, and is asked again', async () => {
  const own = await ownDb()
  const db = makeDb(own.url, 1)
  const pid = async () => (await lire<{ pid: number }>(db, Prisma.sql`SELECT pg_backend_pid() AS pid`))[0]?.pid
  const premiere = await pid()
  await runSql(own.url, `SELECT pg_terminate_backend(${premiere})`)
  await until('another connection answers', async () => {
    const seconde = await pid().catch(() => premiere)
    return seconde !== premiere
  })
  await db.$disconnect()
  await own.drop()
})

describe('a transaction that cannot end', () => {
  /** One connection in all: a lost one leaves none. */
  async function avecUneConnexion(perdre: (tx: Tx, url: string) => Promise<unknown>) {
    const own = await ownDb()
    const db = makeDb(own.url, 1)
    await expect(db.$transaction((tx) => perdre(tx, own.url))).rejects.toThrow()
    await until('another connection answers', () =>
      db.agent.count().then(
        () => true,
        () => false,
      ),
    )
    await db.$disconnect()
    await own.drop()
  }

  test('for its server has gone: its connection is not lost to others, and all can be closed', () =>
    avecUneConnexion(async (tx, url) => {
      const [{ pid } = { pid: 0 }] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await runSql(url, `SELECT pg_terminate_backend(${pid})`)
      await tx.agent.count()
    }))

  test('for its COMMIT is refused: neither', () =>
    avecUneConnexion(async (tx) => {
      await tx.$executeRaw`CREATE TABLE essai (n int, UNIQUE (n) DEFERRABLE INITIALLY DEFERRED)`
      await tx.$executeRaw`INSERT INTO essai VALUES (1), (1)`
    }))
})
