import { getDocumentProxy } from 'unpdf'

/** The words of a PDF in the order in which it holds them, a space between two. */
export async function motsDuPdf(octets: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(octets))
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => (await pdf.getPage(i + 1)).getTextContent()),
  )
  const mots = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
  return mots.join(' ').replace(/\s+/g, ' ')
}
