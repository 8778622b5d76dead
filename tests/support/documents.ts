import { getDocumentProxy } from 'unpdf'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { zipBrut } from '#support/zip-brut'

const xml = (texte: string) => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const paragraphe = (texte: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${xml(texte).replace(/\n/g, '</w:t><w:br/><w:t>')}</w:t></w:r></w:p>`
const rangee = (cellules: readonly string[]) =>
  `<w:tr>${cellules.map((cellule) => `<w:tc>${cellule.startsWith('<w:') ? cellule : paragraphe(cellule)}</w:tc>`).join('')}</w:tr>`

/** A Word table of these rows; a cell that begins with `<w:` is taken as markup. */
export const tableauWord = (...rangees: readonly string[][]) => `<w:tbl>${rangees.map(rangee).join('')}</w:tbl>`

export const texteWord = (...lignes: readonly string[]) => lignes.map(paragraphe).join('')

const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="wps" xmlns:v="v"'

/** A Word document with this body, and other parts such as a header. */
export const unDocx = (corps: string, parties: readonly { nom: string; xml: string }[] = []): Buffer =>
  zipBrut([
    ...parties.map(({ nom, xml: contenu }) => ({
      nom,
      contenu: Buffer.from(`<?xml version="1.0"?><w:hdr ${WORD}>${contenu}</w:hdr>`),
    })),
    {
      nom: '[Content_Types].xml',
      contenu: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    },
    {
      nom: 'word/document.xml',
      contenu: Buffer.from(`<?xml version="1.0"?><w:document ${WORD}><w:body>${corps}</w:body></w:document>`),
    },
  ])

/** An OpenDocument text with these paragraphs. */
export const unOdt = (...lignes: readonly string[]): Buffer =>
  unOdtDe(lignes.map((ligne) => `<text:p>${xml(ligne).replace(/\t/g, '<text:tab/>')}</text:p>`).join(''))

/** An OpenDocument text with this body. */
export const unOdtDe = (corps: string): Buffer =>
  zipBrut([
    { nom: 'mimetype', contenu: Buffer.from('application/vnd.oasis.opendocument.text') },
    {
      nom: 'content.xml',
      contenu: Buffer.from(
        `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:form="f" xmlns:draw="d"><office:body><office:text>${corps}</office:text></office:body></office:document-content>`,
      ),
    },
  ])

export type MotPlace = { texte: string; x: number; y: number; gras?: boolean }

/** A PDF of one page with these words at these places (points, from the bottom left). */
export async function unPdf(mots: readonly MotPlace[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const police = await pdf.embedFont(StandardFonts.Helvetica)
  const gras = await pdf.embedFont(StandardFonts.HelveticaBold)
  const page = pdf.addPage([595, 842])
  for (const mot of mots) page.drawText(mot.texte, { x: mot.x, y: mot.y, size: 10, font: mot.gras ? gras : police })
  return Buffer.from(await pdf.save())
}

/** A PDF form whose fields have names that say nothing, each with its label on its left. */
export async function unFormulairePdf(champs: readonly { libelle: string; valeur: string }[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const police = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([595, 842])
  champs.forEach(({ libelle, valeur }, i) => {
    const y = 780 - i * 30
    page.drawText(libelle, { x: 40, y, size: 10, font: police })
    const champ = pdf.getForm().createTextField(`Texte${i + 1}`)
    champ.setText(valeur)
    champ.addToPage(page, { x: 260, y: y - 5, width: 280, height: 18 })
  })
  return Buffer.from(await pdf.save())
}

/** The words of a PDF in the order in which it holds them, a space between two. */
export async function motsDuPdf(octets: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(octets))
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => (await pdf.getPage(i + 1)).getTextContent()),
  )
  const mots = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
  return mots.join(' ').replace(/\s+/g, ' ')
}
