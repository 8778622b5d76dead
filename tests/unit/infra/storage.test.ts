import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISQUE_LIBRE_MIN } from '#domain/entretien/bornes'
import { DisquePlein } from '#infra/errors'
import { diskStorage, newKey } from '#infra/storage'
import { receiveFiles } from '#web/upload'

const MO = 1024 * 1024

describe('a disk without room', () => {
  let dossier: string
  beforeAll(async () => {
    dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-disque-'))
  })
  afterAll(() => rm(dossier, { recursive: true, force: true }))

  /** A disk of this many bytes beyond what must stay free, which each chunk of 16 MB takes from. */
  const disque = (octets: number) => {
    let reste = octets
    return diskStorage(dossier, {
      free: () => Promise.resolve((reste -= 16 * MO) + 16 * MO + DISQUE_LIBRE_MIN),
    })
  }
  const flot = (mo: number) => Readable.from(Array.from({ length: mo }, () => Buffer.alloc(MO)))
  const fichiers = async () => (await readdir(dossier, { recursive: true })).filter((nom) => !nom.endsWith('lots'))

  test('is said before a byte is written', async () => {
    const storage = diskStorage(dossier, { free: () => Promise.resolve(DISQUE_LIBRE_MIN + 10) })
    await expect(storage.put(newKey('lots'), Buffer.alloc(11))).rejects.toThrow(DisquePlein)
    await storage.put('lots/petit', Buffer.alloc(10))
    await storage.remove('lots/petit')
    expect(await fichiers()).toEqual([])
  })

  test('is said while a large file is written, and nothing of it stays', async () => {
    await expect(disque(20 * MO).put(newKey('lots'), flot(64))).rejects.toThrow(DisquePlein)
    expect(await fichiers()).toEqual([])
  })

  test('that the system itself says is full is said in the same way', async () => {
    const plein = Readable.from(
      (function* () {
        yield Buffer.alloc(10)
        throw Object.assign(new Error('write'), { code: 'ENOSPC' })
      })(),
    )
    await expect(diskStorage(dossier).put(newKey('lots'), plein)).rejects.toThrow(DisquePlein)
    expect(await fichiers()).toEqual([])
  })

  test('refuses the whole upload with its own reason, what was stored before taken away', async () => {
    const formulaire = new FormData()
    formulaire.append('listing', new File([Buffer.alloc(MO)], 'listing.xlsx'))
    formulaire.append('pieces', new File([Buffer.alloc(40 * MO)], 'pieces.zip'))
    const request = new Request('http://mcei.exemple.test/importer', { method: 'POST', body: formulaire })
    const limites = { listing: { octets: 20 * MO, fichiers: 1 }, pieces: { octets: 500 * MO, fichiers: 1 } }
    expect(await receiveFiles(request, disque(20 * MO), limites)).toMatchObject({ ok: false, reason: 'DISQUE_PLEIN' })
    expect(await fichiers()).toEqual([])
  })
})

describe('a file that comes piece by piece', () => {
  let dossier: string
  beforeAll(async () => {
    dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-suite-'))
  })
  afterAll(() => rm(dossier, { recursive: true, force: true }))

  test('goes on where it was, never past its size, keeps what came of a source that breaks, and stops for who may not write any more', async () => {
    const storage = diskStorage(dossier)
    const cle = newKey('televersements')
    await storage.put(cle, new Uint8Array())
    const suite = { max: 10, continuer: () => true }
    const morceaux = (...textes: string[]) => Readable.from(textes.map((texte) => Buffer.from(texte)))
    async function* coupe() {
      yield Buffer.from('cde')
      await Promise.resolve()
      throw new Error('cut')
    }
    expect(await storage.append(cle, { ...suite, depuis: 0, contenu: morceaux('a', 'b') })).toBe(2)
    expect(await storage.append(cle, { ...suite, depuis: 2, contenu: coupe() })).toBe(5)
    expect(await storage.append(cle, { ...suite, depuis: 5, contenu: morceaux('x'), continuer: () => false })).toBe(5)
    expect(await storage.append(cle, { ...suite, depuis: 5, contenu: morceaux('fghijKL', 'M') })).toBe(10)
    expect((await storage.readAll(cle)).toString()).toBe('abcdefghij')
    await expect(
      storage.append('televersements/absent', { ...suite, depuis: 0, contenu: morceaux('a') }),
    ).rejects.toThrow()
    const plein = diskStorage(dossier, { free: () => Promise.resolve(DISQUE_LIBRE_MIN - 1) })
    await expect(plein.append(cle, { ...suite, depuis: 0, contenu: morceaux('a') })).rejects.toThrow(DisquePlein)
  })
})
