import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { NomDeLecture } from '#lecteurs/entree'
import { unDocx, unOdtDe } from '#support/documents'
import { PAR_LECTEUR } from './chaque-lecteur'
import { ENTETE, lireMessage } from './lecture-de-message'
import { unProcessus } from './pendant'
import { zipBrut } from '#support/zip-brut'

// What fails is a reader that holds its caller; how long a reading takes is its deadline's business, in processor time.
vi.setConfig({ testTimeout: 180_000 })

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

/** The first bytes by which a kind of file is known, one byte a sign. */
const ENTAMES: [string, string][] = [
  ['an OLE file: .xls, .doc, .msg', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['a winmail.dat', '\x78\x9f\x3e\x22\x01\x00\x01'],
  ['a zip', 'PK\x03\x04\x14\0'],
  ['the end of a zip', 'PK\x05\x06'],
  ['a 7z', '7z\xbc\xaf\x27\x1c'],
  ['a RAR', 'Rar!\x1a\x07\x01\0'],
  ['a PDF', '%PDF-1.7\n'],
  ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x06\0\0\0'],
  ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['a GIF', 'GIF89a\xff\xff\xff\xff\xf7'],
  ['a TIFF', 'II*\0\x08\0\0\0\xff\xff'],
  ['an HEIC photograph', '\0\0\0\x18ftypheic'],
  ['an RTF', '{\\rtf1\\ansi '],
  ['an XML', '<?xml version="1.0"?><a>'],
  ['a page', '<!doctype html><html><body>'],
  [
    'a signed message',
    'MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\n\x30\x80',
  ],
]

/** Bytes that a reader may be given at most: those of a deposited file, but for a mail, and for a dossier on paper, which holds the words of its form. */
const tailleMax = (nom: NomDeLecture) => ({ courriel: 60 * M, papier: M, formulaire: M })[nom as string] ?? 20 * M

describe('every reader, on signs and tokens repeated and on what stands in itself', () => {
  /** A reading ends within this much processor, or is ended. */
  const DELAI_MS = 2_000
  const repond = (lue: { ok: boolean; reason?: string }) => lue.ok || lue.reason === 'LECTURE_INTERROMPUE'
  /** By each reader that a file is given to, whatever it says that it is. */
  const lireDePartout = (contenu: Buffer) =>
    Promise.all(
      (['apercu', 'budget', 'textePiece', 'depotPiece', 'image'] as const).map((nom) =>
        PAR_LECTEUR[nom](contenu, DELAI_MS),
      ),
    )
  let processus: Awaited<ReturnType<typeof unProcessus>>
  let demandes = 0
  beforeAll(async () => {
    processus = await unProcessus()
  })
  afterAll(() => processus.fermer())

  const pendant = <T>(lecture: () => Promise<T>): Promise<T> => {
    demandes += 1
    return processus.pendant(lecture)
  }

  test.each(FICHIERS)('%s', async (_, contenu) => {
    expect((await pendant(() => lireDePartout(contenu))).every(repond)).toBe(true)
  })

  test.each(MESSAGES)('a mail of %s', async (_, message) => {
    expect(repond(await pendant(() => lireMessage(message, DELAI_MS)))).toBe(true)
  })

  test.each([';', '"', '\n', 'a;"', 'Numéro;'])('a listing of « %j »', async (signe) => {
    const contenu = Buffer.from(signe.repeat(M / signe.length))
    expect(repond(await pendant(() => PAR_LECTEUR.listing(contenu, DELAI_MS)))).toBe(true)
  })

  test.each(Object.keys(PAR_LECTEUR) as NomDeLecture[])('%s, of as much as it may be given', async (nom) => {
    const contenu = Buffer.alloc(tailleMax(nom), '<b>(a : "; ')
    expect(repond(await pendant(() => PAR_LECTEUR[nom](contenu, DELAI_MS)))).toBe(true)
  })

  test.each(ENTAMES)('what begins like %s and goes on with one sign', async (_, entame) => {
    for (const signe of ['\0', 'ÿ', '(', '<a>', '\x01\0']) {
      const contenu = Buffer.concat([
        Buffer.from(entame, 'latin1'),
        Buffer.from(signe.repeat(M / signe.length), 'latin1'),
      ])
      const piece = [
        `${ENTETE}Content-Type: multipart/mixed; boundary=a`,
        '',
        '--a',
        'Content-Type: application/octet-stream; name="x"',
        'Content-Transfer-Encoding: base64',
        '',
        contenu.toString('base64'),
        '--a--',
      ]
      const lues = await pendant(() =>
        Promise.all([
          lireDePartout(contenu),
          lireMessage(contenu, DELAI_MS),
          lireMessage(piece.join('\r\n'), DELAI_MS),
        ]),
      )
      expect(lues.flat().every(repond), JSON.stringify(signe)).toBe(true)
    }
  })

  test('meanwhile the process that asked went on: /sante answered in less than 50 ms, and a mail left each time', () => {
    const attentes = [...processus.attentes].sort((a, b) => a - b)
    expect(demandes).toBeGreaterThan(100)
    expect(attentes[Math.floor(attentes.length / 2)]).toBeLessThan(50)
    expect(processus.mails).toHaveLength(demandes)
  })
})
