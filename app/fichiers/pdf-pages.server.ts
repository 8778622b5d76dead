import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

const PAGES_LUES = 20
const OCTETS_LUS = 5_000_000

/** What marks a page: glyphs, images, paths and shadings painted. Setting a colour or a font marks nothing. */
const PEINTURE =
  /^(paint(Image|Inline|Solid|Jpeg|Form).*|shadingFill|fill|eoFill|stroke|fillStroke|eoFillStroke|closeStroke|closeFillStroke|rawFillPath|constructPath)$/

/** An image is a stream, and the dictionary of a stream is never compressed: it is seen without being decoded, whatever its size. */
const IMAGE = /\/Subtype\s*\/Image\b/

/**
 * True when every page of a PDF is blank: no text and nothing painted. A dummy deposited to fill a box (domain.md § 9). A file that cannot
 * be read, is long or heavy is never called blank, nor is a scan of a white sheet, which is an image.
 */
export async function estPdfBlanc(contenu: Buffer): Promise<boolean> {
  if (contenu.length === 0 || contenu.length > OCTETS_LUS || IMAGE.test(contenu.toString('latin1'))) return false
  const { OPS } = await getResolvedPDFJS()
  const marques = new Set(Object.entries(OPS).flatMap(([nom, code]) => (PEINTURE.test(nom) ? [code] : [])))
  try {
    const options = {
      isEvalSupported: false,
      enableXfa: false,
      maxImageSize: 4_000_000,
      stopAtErrors: true,
      verbosity: 0,
    }
    const pdf = await getDocumentProxy(new Uint8Array(contenu), options)
    try {
      if (pdf.numPages > PAGES_LUES) return false
      for (let n = 1; n <= pdf.numPages; n += 1) {
        const page = await pdf.getPage(n)
        const { items } = await page.getTextContent()
        if (items.some((item) => 'str' in item && item.str.trim() !== '')) return false
        const { fnArray } = await page.getOperatorList()
        if (fnArray.some((code) => marques.has(code))) return false
      }
      return true
    } finally {
      await pdf.destroy()
    }
  } catch {
    return false
  }
}
