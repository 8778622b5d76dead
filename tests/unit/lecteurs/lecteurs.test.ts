import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { lire, LecteursOccupes } from '#lecteurs/lecteurs'
import { lirePiece, ouvrirPieces } from '#lecteurs/livraison'
import { ENTETE, lireMessage } from './lecture-de-message'
import { zipBrut } from '#support/zip-brut'

// What fails is a reader that holds its caller; how long a reading takes is its deadline's business, in processor time.
vi.setConfig({ testTimeout: 120_000 })

/** A body that a browser would take and that takes a reader seconds. */
const LONG = '<p style="color:red">x &amp; y '.repeat(60_000)

describe('a file that holds its reader', () => {
  test('is set aside with a sentence, while others are read and pages answered', async () => {
    const serveur = createServer((_, reponse) => reponse.end('ok')).listen(0, '127.0.0.1')
    await once(serveur, 'listening')
    const { port } = serveur.address() as AddressInfo
    const fin = new AbortController()
    const longue = lire('html', { html: LONG }, { delaiMs: 200 }).finally(() => fin.abort())
    const autre = await lire('html', { html: '<b>Bonjour</b>' })
    const attentes: number[] = []
    while (!fin.signal.aborted) {
      const debut = performance.now()
      expect(await (await fetch(`http://127.0.0.1:${port}/sante`)).text()).toBe('ok')
      attentes.push(performance.now() - debut)
    }
    expect(autre).toEqual({ ok: true, value: '<b>Bonjour</b>' })
    expect(await longue).toMatchObject({ ok: false, reason: 'LECTURE_INTERROMPUE' })
    // Asked while the reader was held, and until it was ended.
    expect(attentes.length).toBeGreaterThan(5)
    expect(attentes.sort((a, b) => a - b)[Math.floor(attentes.length / 2)]).toBeLessThan(50)
    expect(await lire('html', { html: '<b>Encore</b>' })).toEqual({ ok: true, value: '<b>Encore</b>' })
    serveur.close()
  })

  test('with more memory than a reader has is set aside too', async () => {
    const lue = await lire('textePiece', { contenu: Buffer.alloc(300 * 1024 * 1024) })
    expect(lue).toMatchObject({ ok: false, reason: 'LECTURE_INTERROMPUE' })
  })

  test('what breaks a reader is an error of ours, with its words', async () => {
    const dossier = path.join(os.tmpdir(), 'mcei-nulle-part')
    const absente = lire('courriel', { chemin: path.join(dossier, 'message.eml'), dossier })
    await expect(absente).rejects.toMatchObject({ syscall: 'stat', code: 'ENOENT' })
  })
})

test('so many files wait for a reader and no more: one too many is refused at once, and none of those that wait is lost', async () => {
  const tenus = [1, 2].map(() => lire('html', { html: LONG }, { delaiMs: 100 }))
  const lues = await Promise.allSettled(Array.from({ length: 503 }, (_, i) => lire('html', { html: `<b>${i}</b>` })))
  expect(lues.slice(0, 500)).toEqual(
    Array.from({ length: 500 }, (_, i) => ({
      status: 'fulfilled',
      value: { ok: true, value: `<b>${i}</b>` },
    })),
  )
  expect(lues.slice(500).map((une) => une.status === 'rejected' && une.reason instanceof LecteursOccupes)).toEqual([
    true,
    true,
    true,
  ])
  await Promise.allSettled(tenus)
})

test('a mail is read with its files, its fiche and its cleaned HTML', async () => {
  const corps = [
    '--a',
    'Content-Type: text/html',
    '',
    '<b onclick="x()">Bonjour</b>',
    '--a',
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="x.bin"',
    '',
    'abc',
    '--a--',
    '',
  ]
  const lue = await lireMessage(`${ENTETE}Content-Type: multipart/mixed; boundary=a\r\n\r\n${corps.join('\r\n')}`)
  expect(lue).toMatchObject({
    ok: true,
    value: {
      ok: true,
      value: {
        htmlPropre: expect.stringContaining('<b>Bonjour</b>'),
        lu: { objet: 'Fiche', pieces: [{ nom: 'x.bin', octets: { cle: '1', taille: 3 } }] },
      },
    },
  })
})

describe('a delivery of pièces', () => {
  async function avecArchive<T>(archive: Buffer, faire: (chemin: string) => Promise<T>): Promise<T> {
    const dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-essai-'))
    try {
      const chemin = path.join(dossier, 'pieces.zip')
      await writeFile(chemin, archive)
      return await faire(chemin)
    } finally {
      await rm(dossier, { recursive: true, force: true })
    }
  }
  const PDF = Buffer.from('%PDF-1.7')

  test('is listed, then its files are asked for one by one, each by a reading of its own', async () => {
    const archive = zipBrut([
      { nom: '2025-01001/01 - RIB.pdf', contenu: PDF },
      { nom: '2025-01001/02 - Menteur.pdf', contenu: Buffer.alloc(5_000_000), tailleDeclaree: 1_000 },
    ])
    await avecArchive(archive, async (chemin) => {
      const livraison = await ouvrirPieces(chemin)
      const pieces = (livraison.ok ? livraison.value : []).filter((entree) => entree.nature === 'PIECE')
      const lues = await Promise.all(pieces.map((piece) => lirePiece(piece)))
      expect(lues).toMatchObject([
        { ok: true, value: PDF },
        { ok: false, reason: 'ABIMEE' },
      ])
    })
  })

  test('whose list holds its reader is refused with a sentence that names it', async () => {
    const archive = zipBrut(
      Array.from({ length: 40_000 }, (_, i) => ({ nom: `2025-01001/${i} - x.pdf`, contenu: PDF })),
    )
    const lue = await avecArchive(archive, (chemin) => ouvrirPieces(chemin, 'mai.zip', { delaiMs: 50 }))
    expect(lue).toMatchObject({ ok: false, reason: 'LECTURE_INTERROMPUE', detail: expect.stringContaining('mai.zip') })
  })
})
