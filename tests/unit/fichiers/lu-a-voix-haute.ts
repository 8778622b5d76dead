import { getDocumentProxy } from 'unpdf'

/** As words are compared: a space is a space, wherever the line ends. */
export const enMots = (texte: string): string => texte.replace(/\s+/g, ' ').trim()

type Noeud = { role?: string; type?: string; id?: string; children?: Noeud[] }

/** A document as a screen reader is given it: each element with its own words, in the order in which they are read. */
export async function lire(octets: Uint8Array) {
  const pdf = await getDocumentProxy(octets)
  const elements: [role: string, mots: string][] = []
  for (let numero = 1; numero <= pdf.numPages; numero += 1) {
    const page = await pdf.getPage(numero)
    const mots = new Map<string, string>()
    /** What is marked stands in what is marked: a piece without a name of its own is of the one around it. */
    const pile: (string | undefined)[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      const ici = pile.at(-1)
      if ('str' in item) {
        if (ici) mots.set(ici, (mots.get(ici) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
      } else if (item.type === 'beginMarkedContentProps') pile.push(item.id || ici)
      else if (item.type === 'beginMarkedContent') pile.push(ici)
      else pile.pop()
    }
    const dire = ({ id = '', children = [] }: Noeud): string => (mots.get(id) ?? '') + children.map(dire).join('')
    const suivre = (noeud: Noeud) => {
      if (noeud.role && noeud.role !== 'Root') elements.push([noeud.role, enMots(dire(noeud))])
      for (const enfant of noeud.children ?? []) suivre(enfant)
    }
    suivre(await page.getStructTree())
  }
  const { info, metadata } = await pdf.getMetadata()
  const dits = (role: string) => elements.filter(([un]) => un === role).map(([, mots]) => mots)
  const tout = elements.filter(([role]) => role === 'Document').map(([, mots]) => mots).join(' ') // prettier-ignore
  return { pdf, info, metadata, elements, dits, tout }
}
