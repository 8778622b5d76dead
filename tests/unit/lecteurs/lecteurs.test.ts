import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { lire } from '#lecteurs/lecteurs'
import { lirePiece, ouvrirPieces } from '#lecteurs/livraison'
import { unDocx, unOdtDe } from '#support/documents'
import { zipBrut } from '#support/zip-brut'

// What fails is a reader that holds its caller; how long a reading takes is its deadline's business, in processor time.
vi.setConfig({ testTimeout: 120_000 })

/** A body that a browser would take and that takes a reader seconds. */
const LONG = '<p style="color:red">x &amp; y '.repeat(60_000)

/** A mail written to a file of this machine, read, and taken away with what came out of it. */
async function lireMessage(message: string | Buffer, delaiMs?: number) {
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-essai-'))
  try {
    const chemin = path.join(dossier, 'message.eml')
    await writeFile(chemin, message)
    return await lire('courriel', { chemin, dossier }, { delaiMs })
  } finally {
    await rm(dossier, { recursive: true, force: true })
  }
}

const ENTETE = 'From: a@exemple.test\r\nSubject: Fiche\r\nMessage-ID: <1@exemple.test>\r\n'

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

const RELS = '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const LIVRE = '<workbook xmlns:r="r"><sheets><sheet name="Budget" sheetId="1" r:id="r1"/></sheets></workbook>'
const xlsx = (feuille: string) =>
  zipBrut([
    { nom: 'xl/workbook.xml', contenu: Buffer.from(LIVRE) },
    { nom: 'xl/_rels/workbook.xml.rels', contenu: Buffer.from(RELS) },
    { nom: 'xl/worksheets/sheet1.xml', contenu: Buffer.from(`<worksheet>${feuille}</worksheet>`) },
  ])
const M = 1024 * 1024
const formule = `<c><f t="shared" si="0"/></c>`

const FICHIERS: [string, Buffer][] = [
  ['a sheet of merged cells', xlsx(`<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(100_000)}</mergeCells>`)],
  [
    'a formula shared by twenty thousand cells',
    xlsx(
      `<sheetData><row><c r="A1"><f t="shared" si="0">${'A1+'.repeat(600)}1</f></c>${formule.repeat(20_000)}</row></sheetData>`,
    ),
  ],
  ['a document of spaces', unDocx(`<w:p><w:r><w:t>${' '.repeat(8 * M)}</w:t></w:r></w:p>`)],
  ['a document of tables in tables', unDocx('<w:tbl><w:tr><w:tc>'.repeat(100_000))],
  [
    'a row of a million cells',
    unOdtDe(
      `<table:table><table:table-row>${'<table:table-cell table:number-columns-repeated="50"/>'.repeat(100_000)}</table:table-row></table:table>`,
    ),
  ],
  ['an RTF of groups', Buffer.from(`{\\rtf1${'{'.repeat(2 * M)}`)],
  ['an RTF of words', Buffer.from(`{\\rtf1${'\\'.repeat(2 * M)}`)],
  ['a PDF of streams', Buffer.from(`%PDF-1.4\n${'stream\n'.repeat(300_000)}`)],
  ['a PDF of arrays', Buffer.from(`%PDF-1.4\n1 0 obj\n${'['.repeat(2 * M)}\ntrailer<</Root 1 0 R>>`)],
  ['a text of one label', Buffer.from('Nom '.repeat(M / 2))],
  ['a text of colons', Buffer.from(' : '.repeat(M / 2))],
  ['a JPEG without end', Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(4 * M, 0xff)])],
]

const MESSAGES: [string, string][] = [
  ['encoded words', `${ENTETE.replace('Fiche', '=?utf-8?Q?a'.repeat(40_000))}\r\nx`],
  ['an address of groups', `${ENTETE}To: ${'a:b;'.repeat(20_000)}\r\n\r\nx`],
  ['a date of brackets', `${ENTETE}Date: ${'('.repeat(200_000)}\r\n\r\nx`],
  ['references', `${ENTETE}References: ${'>'.repeat(200_000)}x\r\n\r\nx`],
  ['parts', `${ENTETE}Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n'.repeat(200_000)}`],
  ['quotations', `${ENTETE}\r\n${'>'.repeat(200_000)}\n${'> '.repeat(200_000)}`],
  ['elements in elements', `${ENTETE}Content-Type: text/html\r\n\r\n${'<div>'.repeat(390_000)}`],
]

describe('every reader, on signs and tokens repeated and on what stands in itself', () => {
  const DELAI_MS = 3_000
  const repond = (lue: { ok: boolean; reason?: string }) => lue.ok || lue.reason === 'LECTURE_INTERROMPUE'

  test.each(FICHIERS)('%s', async (_, contenu) => {
    const lues = await Promise.all([
      lire('apercu', { nom: 'x', contenu }, { delaiMs: DELAI_MS }),
      lire('budget', { nom: 'x', contenu, feuille: null }, { delaiMs: DELAI_MS }),
    ])
    expect(lues.every(repond)).toBe(true)
  })

  test.each(MESSAGES)('a mail of %s', async (_, message) => {
    expect(repond(await lireMessage(message, DELAI_MS))).toBe(true)
  })

  test.each([';', '"', '\n', 'a;"', 'Numéro;'])('a listing of « %j »', async (signe) => {
    const contenu = Buffer.from(signe.repeat(M / signe.length))
    expect(repond(await lire('listing', { nom: 'x.csv', contenu }, { delaiMs: DELAI_MS }))).toBe(true)
  })
})
