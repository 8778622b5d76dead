import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEml } from '#support/courriel-lu'
import { lireTout } from '#fichiers/courriel/courriel-lu'
import { readDocument } from '#fichiers/document/document'
import { mimeReel } from '#fichiers/courriel/type-de-contenu'
import { texteWord, unDocx, unPdf } from '#support/documents'
import { zipBrut } from '#support/zip-brut'

const piece = async (nom: string, contenu: Buffer) => ({
  nom,
  contenu,
  type: 'application/octet-stream',
  typeReel: await mimeReel(contenu),
  taille: contenu.length,
  sha256: '',
  dansLeTexte: false,
})

const lire = async (nom: string, contenu: Buffer) => readDocument(await piece(nom, contenu))

const docxDe = (xml: string) => zipBrut([{ nom: 'word/document.xml', contenu: Buffer.from(xml) }])
const flux = (dictionnaire: string, contenu: Buffer) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj\n<<${dictionnaire}>>\nstream\n`),
    contenu,
    Buffer.from('\nendstream\nendobj\n'),
  ])

test.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
  ['a bomb in a .docx', 'a.docx', () => docxDe(`<a>${' '.repeat(30_000_000)}</a>`), 'ARCHIVE_PIEGEE'],
  [
    'a .docx that lies about its sizes',
    'a.docx',
    () => zipBrut([{ nom: 'word/document.xml', contenu: Buffer.alloc(30_000_000, 'a'), tailleDeclaree: 10 }]),
    'ARCHIVE_ILLISIBLE',
  ],
  [
    'a .docx with an entity of its own',
    'a.docx',
    () => docxDe('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    'XML_ILLISIBLE',
  ],
  ['a .docx nested without end', 'a.docx', () => docxDe('<a>'.repeat(10_000)), 'XML_ILLISIBLE'],
  ['a .docx cut short', 'a.docx', () => unDocx(texteWord('Pays : Irlande')).subarray(0, 300), 'ARCHIVE_ILLISIBLE'],
  ['an encrypted .docx or a .doc', 'a.docx', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'ANCIEN_FORMAT'],
  ['a bomb in a PDF', 'a.pdf', () => flux('/Filter /FlateDecode', deflateSync(Buffer.alloc(70_000_000))), 'PDF_PIEGE'],
  ['a PDF compressed twice', 'a.pdf', () => flux('/Filter [/FlateDecode /FlateDecode]', Buffer.from('x')), 'PDF_PIEGE'],
  [
    'a PDF cut short',
    'a.pdf',
    async () => (await unPdf([{ texte: 'Pays', x: 1, y: 1 }])).subarray(0, 60),
    'PDF_ILLISIBLE',
  ],
  ['a PDF without words', 'a.pdf', () => unPdf([]), 'SANS_TEXTE'],
  ['a photograph', 'fiche.jpg', () => Buffer.from('ffd8ffe000104a464946', 'hex'), 'IMAGE'],
  ['an empty file', 'fiche.docx', () => Buffer.alloc(0), 'VIDE'],
  ['a program', 'fiche.docx', () => Buffer.from('4d5a900003000000', 'hex'), 'AUTRE_FORMAT'],
])('%s is refused with its reason', async (_quoi, nom, contenu, motif) => {
  const lu = await lire(nom, await contenu())
  expect(lu).toMatchObject({ ok: false, reason: motif })
  expect(lu.ok ? '' : lu.detail).toMatch(/\.$/)
})

test('a document is read by what it is, whatever its name', async () => {
  expect(await lire('fiche.pdf', unDocx(texteWord('Pays : Irlande')))).toMatchObject({
    ok: true,
    value: [{ cellules: ['Pays : Irlande'] }],
  })
})

test('deleted words, hidden copies and field codes of a Word document are not read', async () => {
  const corps =
    '<w:p><w:del><w:r><w:delText>avant</w:delText><w:t>avant</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>après</w:t></w:r><mc:Fallback><w:r><w:t>double</w:t></w:r></mc:Fallback></w:p>'
  expect(await lire('a.docx', unDocx(corps))).toMatchObject({ value: [{ cellules: ['après'] }] })
})

test('documents changed at random are read or refused', async () => {
  const modeles = await Promise.all(
    ['01-docx', '02-pdf', '03-odt', '04-form-pdf', '11-docx'].map(async (nom) => {
      const lu = await readEml(readFileSync(`tests/fixtures/courriels/${nom}.eml`))
      const piece = lu.ok ? lu.value.pieces.at(-1) : undefined
      return piece ? lireTout(piece.octets) : Buffer.alloc(0)
    }),
  )
  const changement = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(
      fc.nat(modeles.length - 1),
      fc.array(changement, { minLength: 1, maxLength: 12 }),
      async (n, changements) => {
        const contenu = Buffer.from(modeles[n] ?? '')
        for (const [place, octet] of changements) contenu[Math.floor(place * contenu.length)] = octet
        const lu = await lire('fiche', contenu)
        expect(lu.ok || (lu.detail ?? '') !== '').toBe(true)
      },
    ),
    { numRuns: 100 },
  )
}, 60_000)
