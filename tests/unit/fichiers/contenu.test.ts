import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, type PDFPage } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { examinerDepot } from '#domain/piece/depot'
import { mimeDe } from '#domain/piece/depot'
import { typeReel } from '#fichiers/type/contenu'
import { estPdfBlanc } from '#fichiers/pdf/pdf-pages'
import { zipBrut } from '#support/zip-brut'

async function pdf(dessiner: (document: PDFDocument) => Promise<void>) {
  const document = await PDFDocument.create()
  await dessiner(document)
  return Buffer.from(await document.save())
}

describe('what a file is, by its bytes', () => {
  test.each([
    ['pdf', Buffer.from('\uFEFF%PDF-1.4')],
    ['png', png(2)],
    ['jpg', Buffer.from('ffd8ffe0', 'hex')],
    ['xlsx', readFileSync('tests/fixtures/budgets/correct.xlsx')],
    ['ods', readFileSync('tests/fixtures/budgets/libre.ods')],
    ['xls', readFileSync('tests/fixtures/budgets/ancien-format.xls')],
    ['docx', zipBrut([{ nom: 'word/document.xml' }])],
    ['zip', zipBrut([{ nom: 'a.txt' }])],
    ['inconnu', Buffer.from('MZ not a pdf')],
    ['inconnu', Buffer.from('PK\u0003\u0004 cut short')],
    ['inconnu', Buffer.alloc(0)],
  ] as const)('%s', async (type, contenu) => {
    expect(await typeReel(contenu)).toBe(type)
    expect(mimeDe(type)).not.toContain('html')
  })
})

/** A grey PNG of this side: a scan is an image of millions of pixels and nothing else. */
function png(cote: number): Buffer {
  const morceau = (type: string, donnees: Buffer) => {
    const corps = Buffer.concat([Buffer.from(type), donnees])
    const entiers = [donnees.length, crc32(corps)].map((n) => Buffer.from(n.toString(16).padStart(8, '0'), 'hex'))
    return Buffer.concat([entiers[0] ?? corps, corps, entiers[1] ?? corps])
  }
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(cote, 0)
  entete.writeUInt32BE(cote, 4)
  entete[8] = 8
  const pixels = deflateSync(Buffer.alloc((cote + 1) * cote))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    morceau('IHDR', entete),
    morceau('IDAT', pixels),
    morceau('IEND', Buffer.alloc(0)),
  ])
}

describe('blank pages', () => {
  test('pages without a mark are blank', async () => {
    const contenu = await pdf(async (document) => {
      document.addPage()
      document.addPage()
    })
    expect(await estPdfBlanc(contenu)).toBe(true)
  })

  test.each([
    ['a text', async (page: PDFPage) => page.drawText('a')],
    ['a line', async (page: PDFPage) => page.drawLine({ start: { x: 0, y: 0 }, end: { x: 99, y: 99 } })],
    ['an image', async (page: PDFPage) => page.drawImage(await page.doc.embedPng(png(2)))],
    ['a scan', async (page: PDFPage) => page.drawImage(await page.doc.embedPng(png(2_100)))],
  ])('%s on the last page is a mark', async (_, dessiner) => {
    const contenu = await pdf(async (document) => {
      document.addPage()
      await dessiner(document.addPage())
    })
    expect(await estPdfBlanc(contenu)).toBe(false)
  })

  test('a file that cannot be read is never called blank', async () => {
    expect(await estPdfBlanc(Buffer.from('%PDF-1.7 nothing'))).toBe(false)
    expect(await estPdfBlanc(Buffer.alloc(0))).toBe(false)
  })
})

describe('what a deposit shows', () => {
  const problemes = (nomFichier: string, taille: number, type: Parameters<typeof examinerDepot>[0]['type']) =>
    examinerDepot({ nomFichier, taille, type, blanc: false }).map(({ probleme }) => probleme)

  test('nothing to say of an honest file', () => {
    expect(problemes('01 - RIB.pdf', 1000, 'pdf')).toEqual([])
    expect(problemes('01 - Photo.JPEG', 1000, 'jpg')).toEqual([])
  })

  test('content against name, size, label', () => {
    expect(problemes('01 - RIB.pdf', 1000, 'png')).toEqual(['CONTENU_INATTENDU'])
    expect(problemes('01 - RIB', 1000, 'pdf')).toEqual(['CONTENU_INATTENDU'])
    expect(problemes('01 - Domiciles.zip', 1000, 'zip')).toEqual(['CONTENU_INATTENDU'])
    expect(problemes('01 - RIB.pdf', 20_000_001, 'pdf')).toEqual(['TROP_VOLUMINEUX'])
    expect(problemes(`01 - ${'é'.repeat(51)}.pdf`, 0, 'inconnu')).toEqual(['LIBELLE_TROP_LONG', 'VIDE'])
  })
})
