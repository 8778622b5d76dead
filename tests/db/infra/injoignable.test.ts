import { afterAll, beforeAll, expect, test } from 'vitest'
import { lire, makeDb, type Db } from '#infra/db'
import { baseInjoignable } from '#infra/errors'
import { Prisma } from '#prisma'
import { until } from '#support/until'
import { ownDb } from '#support/own-db'

const PERSONNE = 'postgresql://personne@127.0.0.1:1/aucune'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const erreurDe = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => null).catch((error: unknown) => error)

const QUESTIONS: [string, (db: Db) => Promise<unknown>][] = [
  ['a row', (db) => db.agent.findFirst()],
  ['a statement of a screen', (db) => lire(db, Prisma.sql`SELECT 1`)],
  ['a transaction', (db) => db.$transaction((tx) => tx.agent.count())],
]

test.each(QUESTIONS)('a database that is not there is told from any other error: %s', async (_, demander) => {
  const db = makeDb(PERSONNE)
  expect(baseInjoignable(await erreurDe(demander(db)))).toBe(true)
  await db.$disconnect()
})

test('one that cuts a session is told too, and one that refuses what is asked is not', async () => {
  const coupe = erreurDe(own.db.$queryRaw`SELECT pg_sleep(20)::text AS dort`)
  await until(
    'it sleeps, and is cut',
    () => own.db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE '%AS dort%' AND pid <> pg_backend_pid()`,
  )
  expect(baseInjoignable(await coupe)).toBe(true)
  expect(baseInjoignable(await erreurDe(lire(own.db, Prisma.sql`SELECT absente FROM agent`)))).toBe(false)
  expect(baseInjoignable(await erreurDe(own.db.agent.findUniqueOrThrow({ where: { courriel: 'x' } })))).toBe(false)
})
