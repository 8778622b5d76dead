import { afterAll, beforeAll, expect, test } from 'vitest'
import { verrouPartage } from '#infra/postgres/verrou-partage'
import { ownDb } from '#support/own-db'
import { runSql } from '#support/template-db'
import { until } from '#support/until'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const jamais = new AbortController().signal
const deux = () => [verrouPartage(own.url, 'essai'), verrouPartage(own.url, 'essai')] as const

test('of two processes one holds: the other waits, the first is asked to let go, and then it has it', async () => {
  const [un, autre] = deux()
  let demande = 0
  const tenu = await un.prendre('a', { signal: jamais, demander: () => (demande += 1) })
  let eu = false
  let attendu = 0
  const attend = autre
    .prendre('a', { signal: jamais, demander: () => (attendu += 1) })
    .then((pris) => ((eu = true), pris))
  await until('the first is asked', () => demande > 2)
  // Who waits hears its own asking, and is asked nothing by it.
  expect([eu, tenu?.estTenu(), attendu]).toEqual([false, true, 0])
  // A lock of another name waits for nobody.
  await (await autre.prendre('b', { signal: jamais, demander: () => undefined }))?.rendre()
  await tenu?.rendre()
  expect((await attend)?.estTenu()).toBe(true)
  expect(tenu?.estTenu()).toBe(false)
  await Promise.all([un.fermer(), autre.fermer()])
})

test('in one process too: a session may take its own lock twice, and does not', async () => {
  const [un] = deux()
  let demande = 0
  const tenu = await un.prendre('a', { signal: jamais, demander: () => (demande += 1) })
  const parti = new AbortController()
  let attendu = 0
  const attend = un.prendre('a', { signal: parti.signal, demander: () => (attendu += 1) })
  await until('the first is asked', () => demande > 1)
  expect(attendu).toBe(0)
  parti.abort()
  expect(await attend).toBeNull()
  await tenu?.rendre()
  await un.fermer()
})

test('what a process that dies held is let go by the server, and one whose connection is cut is told that it holds no more', async () => {
  const [un, autre] = deux()
  let demande = 0
  const tenu = await un.prendre('a', { signal: jamais, demander: () => (demande += 1) })
  await runSql(
    own.url,
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()`,
  )
  await until('the first is told', () => tenu?.estTenu() === false)
  expect(demande).toBe(1)
  const pris = await autre.prendre('a', { signal: jamais, demander: () => undefined })
  expect(pris?.estTenu()).toBe(true)
  await pris?.rendre()
  // It opens another connection by itself.
  const encore = await un.prendre('a', { signal: jamais, demander: () => undefined })
  expect(encore?.estTenu()).toBe(true)
  await Promise.all([un.fermer(), autre.fermer()])
})
