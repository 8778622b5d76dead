import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { apercevoir } from '#fichiers/image/apercu'
import { readEml } from '#support/courriel-lu'
import { lireTout } from '#fichiers/courriel/courriel-lu'
import { LARGEURS, pageEnImage, reduireImage } from '#fichiers/image/page-en-image'
import { tableauWord, texteWord, unDocx, unFormulairePdf, unPdf } from '#support/documents'

/** The share of the pixels of a PNG that are not white. */
async function encre(png: Buffer): Promise<{ largeur: number; part: number }> {
  const image = await loadImage(png)
  const toile = createCanvas(image.width, image.height)
  const contexte = toile.getContext('2d')
  contexte.drawImage(image, 0, 0)
  const { data } = contexte.getImageData(0, 0, toile.width, toile.height)
  let noirs = 0
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) < 128) noirs += 1
  return { largeur: image.width, part: (noirs * 4) / data.length }
}

const jointeDe = async (nom: string): Promise<Buffer> => {
  const lu = await readEml(readFileSync(`tests/fixtures/courriels/${nom}.eml`))
  const piece = lu.ok ? lu.value.pieces.at(-1) : undefined
  return piece ? lireTout(piece.octets) : Buffer.alloc(0)
}

test.each(['07-scan-pdf', '02-pdf', '04-form-pdf'])('the page of %s is drawn with its words', async (nom) => {
  const contenu = await jointeDe(nom)
  expect(await apercevoir({ nom: 'fiche.pdf', contenu })).toEqual({ ok: true, value: { nature: 'PAGES', pages: 1 } })
  const png = await pageEnImage(contenu, 1, 600)
  if (!png.ok) throw new Error(png.detail)
  const { largeur, part } = await encre(png.value)
  expect(largeur).toBe(600)
  expect(part).toBeGreaterThan(0.004)
})

test('a page without ink is white, and a page that is not there is refused', async () => {
  const vide = await unPdf([])
  const png = await pageEnImage(vide, 1, 200)
  expect(png.ok && (await encre(png.value)).part).toBe(0)
  expect(await pageEnImage(vide, 2, 200)).toMatchObject({ ok: false, reason: 'PAGE_ABSENTE' })
})

test('whatever width is asked, an image stays within bounds', async () => {
  const pdf = await unFormulairePdf([{ libelle: 'Pays', valeur: 'Pologne' }])
  const png = await pageEnImage(pdf, 1, 1_000_000)
  expect(png.ok && (await encre(png.value)).largeur).toBe(LARGEURS.max)
})

test('a Word document is shown as paragraphs and tables whose places are those of the fields read', async () => {
  const contenu = unDocx(texteWord('Fiche pré-projet') + tableauWord(['Pays', 'Pologne'], ['Ville', 'Katowice']))
  expect(await apercevoir({ nom: 'fiche.docx', contenu })).toEqual({
    ok: true,
    value: {
      nature: 'TEXTE',
      blocs: [
        { nature: 'PARAGRAPHE', texte: 'Fiche pré-projet', endroit: 'paragraphe 1' },
        {
          nature: 'TABLEAU',
          rangees: [
            { cellules: ['Pays', 'Pologne'], endroit: 'tableau 1, ligne 1' },
            { cellules: ['Ville', 'Katowice'], endroit: 'tableau 1, ligne 2' },
          ],
        },
      ],
    },
  })
})

test('a photograph is shown smaller, and one that lies about its size is refused', async () => {
  const photo = await createCanvas(1_200, 800).encode('jpeg')
  expect(await apercevoir({ nom: 'photo.jpg', contenu: photo })).toEqual({ ok: true, value: { nature: 'IMAGE' } })
  const reduite = await reduireImage(photo, 300)
  expect(reduite.ok && (await encre(reduite.value)).largeur).toBe(300)
  const geante = await createCanvas(10, 10).encode('png')
  geante.writeUInt32BE(60_000, 16)
  geante.writeUInt32BE(60_000, 20)
  expect(await reduireImage(geante, 300)).toMatchObject({ ok: false, reason: 'IMAGE_ILLISIBLE' })
})

test('a PDF whose image unfolds without end is not drawn', async () => {
  const bombe = Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj\n<</Subtype /Image /Filter /FlateDecode>>\nstream\n'),
    deflateSync(Buffer.alloc(170_000_000)),
    Buffer.from('\nendstream\nendobj\n'),
  ])
  expect(await pageEnImage(bombe, 1, 300)).toMatchObject({ ok: false, reason: 'PDF_PIEGE' })
  expect(await apercevoir({ nom: 'a.pdf', contenu: bombe })).toMatchObject({ ok: false, reason: 'SANS_APERCU' })
})

test('what is no document is said not to be shown', async () => {
  const lu = await apercevoir({ nom: 'fiche.docx', contenu: Buffer.from('4d5a900003000000', 'hex') })
  expect(lu).toMatchObject({ ok: false, reason: 'SANS_APERCU', detail: expect.stringMatching(/\.$/) })
})
