import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { no, ok, type Result } from '#domain/result'
import { garderOctets } from '#infra/octets-gardes'
import { diskStorage, type Storage } from '#infra/storage'

let dossier: string
let storage: Storage
beforeEach(() => {
  dossier = mkdtempSync(path.join(os.tmpdir(), 'mcei-octets-'))
  storage = diskStorage(dossier)
})
afterEach(() => rmSync(dossier, { recursive: true, force: true }))

/** A work that ends when it is told to, and how many times it was begun. */
function unTravail() {
  const travail = { fois: 0, finir: (_: Result<Buffer, 'ECHEC'>) => {} }
  const faire = () => {
    travail.fois += 1
    return new Promise<Result<Buffer, 'ECHEC'>>((resolve) => {
      travail.finir = resolve
    })
  }
  return { travail, faire, commence: () => expect.poll(() => travail.fois).toBe(1) }
}

test('what is asked again while it is worked out is worked out once, and then read', async () => {
  const { travail, faire, commence } = unTravail()
  const lectures = [1, 2, 3].map(() => garderOctets(storage, 'apercus/a/pages.pdf', faire))
  await commence()
  travail.finir(ok(Buffer.from('pages')))
  for (const lue of await Promise.all(lectures)) expect(lue).toEqual(ok(Buffer.from('pages')))
  expect(await garderOctets(storage, 'apercus/a/pages.pdf', faire)).toEqual(ok(Buffer.from('pages')))
  expect(travail.fois).toBe(1)
})

test('what was refused is asked anew, and another file is not made to wait', async () => {
  const { travail, faire, commence } = unTravail()
  const premiere = garderOctets(storage, 'apercus/a/pages.pdf', faire)
  await commence()
  expect(await garderOctets(storage, 'apercus/b/pages.pdf', async () => ok(Buffer.from('autre')))).toMatchObject({
    ok: true,
  })
  travail.finir(no('ECHEC'))
  expect(await premiere).toMatchObject({ ok: false, reason: 'ECHEC' })
  expect(await garderOctets(storage, 'apercus/a/pages.pdf', async () => ok(Buffer.from('fait')))).toMatchObject({
    ok: true,
  })
})
