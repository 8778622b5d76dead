import { PDFDocument, StandardFonts } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readTexteDePiece } from '#fichiers/document/texte-de-piece'
import { texteWord, unDocx } from '#support/documents'

/** The smallest PNG: one white point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
)

type Page = { texte?: string; image?: boolean }

async function unPdf(...pages: Page[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const police = await pdf.embedFont(StandardFonts.Helvetica)
  for (const { texte, image } of pages) {
    const page = pdf.addPage([595, 842])
    texte?.split('\n').forEach((ligne, i) => page.drawText(ligne, { x: 50, y: 780 - 20 * i, size: 11, font: police }))
    if (image) page.drawImage(await pdf.embedPng(PNG), { x: 50, y: 50, width: 400, height: 600 })
  }
  return Buffer.from(await pdf.save())
}

test('a PDF gives its lines with their page, its blank pages and its pictures', async () => {
  const lecture = await readTexteDePiece(
    await unPdf({ texte: 'Bonjour\nArras, le 3/4/2025' }, {}, { image: true }),
    'pdf',
  )
  expect(lecture).toMatchObject({ etat: 'LUE', pages: 3, blanches: [2], images: [3], aImage: true, tronquee: false })
  expect(lecture.etat === 'LUE' && lecture.lignes).toEqual([
    { texte: 'Bonjour', page: 1, endroit: 'page 1' },
    { texte: 'Arras, le 3/4/2025', page: 1, endroit: 'page 1' },
  ])
})

test('what was typed in a form is read where it stands', async () => {
  const pdf = await PDFDocument.create()
  const champ = pdf.getForm().createTextField('x1')
  champ.setText('Fait le 3 avril 2025')
  champ.addToPage(pdf.addPage([595, 842]), { x: 50, y: 700, width: 300, height: 20 })
  const lecture = await readTexteDePiece(Buffer.from(await pdf.save()), 'pdf')
  expect(lecture).toMatchObject({ etat: 'LUE', blanches: [], images: [] })
  expect(lecture.etat === 'LUE' && lecture.lignes[0]).toMatchObject({ texte: 'Fait le 3 avril 2025', page: 1 })
})

test('a broken PDF and an empty one are never read as blank', async () => {
  expect(await readTexteDePiece(Buffer.from('%PDF-1.7\nrien'), 'pdf')).toEqual({ etat: 'ILLISIBLE' })
  expect(await readTexteDePiece(Buffer.alloc(0), 'pdf')).toEqual({ etat: 'NON_LUE' })
})

test('a long document is read at its beginning, and says so', async () => {
  const pages = Array.from({ length: 45 }, (_, i) => ({ texte: `page numero ${i + 1}` }))
  const lecture = await readTexteDePiece(await unPdf(...pages), 'pdf')
  expect(lecture).toMatchObject({ etat: 'LUE', pages: 45, tronquee: true })
  expect(lecture.etat === 'LUE' && lecture.lignes.at(-1)?.page).toBe(40)
})

test('a Word document has lines and no page; a photograph has neither', async () => {
  const lecture = await readTexteDePiece(unDocx(texteWord('Lens, le 3 avril 2025')), 'docx')
  expect(lecture).toMatchObject({ etat: 'LUE', images: [], lignes: [{ texte: 'Lens, le 3 avril 2025', page: null }] })
  expect(await readTexteDePiece(PNG, 'png')).toMatchObject({ etat: 'LUE', lignes: [], images: [1] })
})
