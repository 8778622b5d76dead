import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

const PAGES_LUES = 20
const OCTETS_LUS = 5_000_000

export type PdfLu = Awaited<ReturnType<typeof getDocumentProxy>>

/** What marks a page: glyphs, images, paths and shadings painted. Setting a colour or a font marks nothing. */
const PEINTURE =
  /^(paint(Image|Inline|Solid|Jpeg|Form).*|shadingFill|fill|eoFill|stroke|fillStroke|eoFillStroke|closeStroke|closeFillStroke|rawFillPath|constructPath)$/

/** An image is a stream, and the dictionary of a stream is never compressed: it is seen without being decoded, whatever its size. */
const IMAGE = /\/Subtype\s*\/Image\b/

/** True when an image is somewhere in this PDF. */
export const aUneImage = (contenu: Buffer): boolean => IMAGE.test(contenu.toString('latin1'))

async function marques(): Promise<ReadonlySet<number>> {
  const { OPS } = await getResolvedPDFJS()
  return new Set(Object.entries(OPS).flatMap(([nom, code]) => (PEINTURE.test(nom) ? [code] : [])))
}

/**
 * True when something is painted on this page. A page that cannot be read to its end (a picture beyond what the document was opened to take,
 * a damaged stream) is never called blank.
 */
export async function estPageMarquee(pdf: PdfLu, numero: number): Promise<boolean> {
  try {
    const page = await pdf.getPage(numero)
    const [{ fnArray }, codes] = await Promise.all([page.getOperatorList(), marques()])
    return fnArray.some((code) => codes.has(code))
  } catch {
    return true
  }
}

/**
 * True when every page of a PDF is blank: no text and nothing painted. A dummy deposited to fill a box (docs/domaine.md § 9). A file that cannot
 * be read, is long or heavy is never called blank, nor is a scan of a white sheet, which is an image.
 */
export async function estPdfBlanc(contenu: Buffer): Promise<boolean> {
  if (contenu.length === 0 || contenu.length > OCTETS_LUS || aUneImage(contenu)) return false
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
        if (await estPageMarquee(pdf, n)) return false
      }
      return true
    } finally {
      await pdf.destroy()
    }
  } catch {
    return false
  }
}
