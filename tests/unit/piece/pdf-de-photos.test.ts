import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { choixDeFichiers, verifierFichier } from '#domain/demande-en-ligne/pieces'
import { pdfDePhotos } from '#domain/piece/pdf-de-photos'
import { pageEnImage } from '#fichiers/image/page-en-image'
import { typeReel } from '#fichiers/type/contenu'

function photo(largeur: number, hauteur: number) {
  const toile = createCanvas(largeur, hauteur)
  const dessin = toile.getContext('2d')
  dessin.fillStyle = '#c00000'
  dessin.fillRect(0, 0, largeur, hauteur)
  return { jpeg: new Uint8Array(toile.toBuffer('image/jpeg')), largeur, hauteur }
}

describe('photos put together', () => {
  test('are one PDF, a sheet each, turned as the photo is, with their name as its title', async () => {
    const pdf = pdfDePhotos([photo(300, 200), photo(200, 300)], 'RIB (recto) \\ \u00e9')
    const lu = await PDFDocument.load(pdf)
    expect(lu.getTitle()).toBe('RIB (recto) \\ \u00e9')
    expect(lu.getPages().map((page) => page.getSize())).toEqual([
      { width: 842, height: 595 },
      { width: 595, height: 842 },
    ])
    expect(await typeReel(Buffer.from(pdf))).toBe('pdf')
  })

  test('each is drawn on its sheet by the reader of pièces, within its white', async () => {
    const image = await pageEnImage(Buffer.from(pdfDePhotos([photo(300, 200)], 'x')), 1, 842)
    if (!image.ok) throw new Error(image.reason)
    const { loadImage } = await import('@napi-rs/canvas')
    const lue = await loadImage(image.value)
    const toile = createCanvas(lue.width, lue.height)
    const dessin = toile.getContext('2d')
    dessin.drawImage(lue, 0, 0)
    const au = (x: number, y: number) => [...dessin.getImageData(Math.round(x * lue.width), Math.round(y * lue.height), 1, 1).data.slice(0, 3)] // prettier-ignore
    expect(au(0.5, 0.5)[0]).toBeGreaterThan(150)
    expect(au(0.5, 0.5)[1]).toBeLessThan(60)
    expect(au(0.005, 0.5)).toEqual([255, 255, 255])
  })
})

test('what was chosen leaves as one PDF, as it is, or is refused with what to do', () => {
  expect(choixDeFichiers('RIB', ['a.jpg', 'b.PNG'])).toBe('EN_UN_PDF')
  expect(choixDeFichiers('RIB', ['a.jpeg'])).toBe('EN_UN_PDF')
  expect(choixDeFichiers('BUDGET_PROJET', ['a.jpeg'])).toBe('TEL_QUEL')
  expect(choixDeFichiers('RIB', ['a.pdf'])).toBe('TEL_QUEL')
  expect(choixDeFichiers('RIB', ['a.pdf', 'b.jpg'])).toBe('PLUSIEURS_DOCUMENTS')
  expect(choixDeFichiers('RIB', ['a.HEIC', 'b.jpg'])).toBe('PHOTO_HEIC')
  expect(
    choixDeFichiers(
      'RIB',
      Array.from({ length: 21 }, (_, i) => `${i}.jpg`),
    ),
  ).toBe('TROP_DE_PHOTOS')
  expect(verifierFichier({ nom: 'IMG_1.heic', taille: 10 })).toEqual({ ok: false, reason: 'PHOTO_HEIC' })
})
