import { SaxesParser } from 'saxes'
import { no, ok, type Result } from '#domain/result'

/** What is heard of an XML document. Names keep their prefix (`w:t`, `text:p`). */
export type Ecoute = {
  ouvrir: (nom: string, attributs: Readonly<Record<string, string>>) => void
  fermer: (nom: string) => void
  texte: (texte: string) => void
}

const PROFONDEUR_MAX = 500

/**
 * Reads an XML document as it comes: no entity of its own is opened (saxes knows only the five of XML), no file is fetched.
 * Stops with XML_ILLISIBLE at the first fault.
 */
export function readXml(contenu: Buffer, { ouvrir, fermer, texte }: Ecoute): Result<undefined, 'XML_ILLISIBLE'> {
  const parser = new SaxesParser()
  let profondeur = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    profondeur += 1
    if (profondeur > PROFONDEUR_MAX) throw new Error('too deep')
    ouvrir(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    profondeur -= 1
    fermer(name)
  })
  parser.on('text', texte)
  parser.on('cdata', texte)
  try {
    parser.write(decodeXml(contenu)).close()
    return ok()
  } catch {
    return no('XML_ILLISIBLE')
  }
}

/** UTF-8 unless the file begins as UTF-16: Word and LibreOffice write nothing else. */
function decodeXml(contenu: Buffer): string {
  const [a, b] = contenu
  const encodage = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encodage).decode(contenu)
}
