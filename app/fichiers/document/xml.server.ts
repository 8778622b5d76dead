import { SaxesParser } from 'saxes'
import { no, ok, type Result } from '#domain/result'

/** What is heard of an XML document. Names keep their prefix (`w:t`, `text:p`). */
export type Ecoute = {
  ouvrir: (nom: string, attributs: Readonly<Record<string, string>>) => void
  fermer: (nom: string) => void
  texte: (texte: string) => void
}

/** More elements one inside the other than any program writes. */
export const PROFONDEUR_MAX = 200

/** What is read of one attribute, in characters: a formula, a path, an identifier are far shorter; a picture written in one is not read. */
const ATTRIBUT_MAX = 4_096

/** Attributes of one element: Word writes some fifty on the root of a document. */
const ATTRIBUTS_MAX = 400

/**
 * The one parser of XML that came from outside: no entity of its own is opened (saxes knows only the five of XML), no file is fetched.
 * Writing to it throws at the first fault, and where elements stand deeper than PROFONDEUR_MAX.
 */
export function ecouterXml({ ouvrir, fermer, texte }: Ecoute): Pick<SaxesParser, 'write' | 'close'> {
  const parser = new SaxesParser()
  let profondeur = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    profondeur += 1
    if (profondeur > PROFONDEUR_MAX) throw new Error('too deep')
    ouvrir(name, borner(attributes))
  })
  parser.on('closetag', ({ name }) => {
    profondeur -= 1
    fermer(name)
  })
  parser.on('text', texte)
  parser.on('cdata', texte)
  return parser
}

/** Cuts in place what is longer than an attribute may be. Throws where one element has more attributes than any program writes. */
function borner(attributs: Record<string, string>): Record<string, string> {
  let compte = 0
  for (const nom in attributs) {
    if ((compte += 1) > ATTRIBUTS_MAX) throw new Error('too many attributes')
    const valeur = attributs[nom] ?? ''
    if (valeur.length > ATTRIBUT_MAX) attributs[nom] = valeur.slice(0, ATTRIBUT_MAX)
  }
  return attributs
}

/** Reads a whole XML document. Stops with XML_ILLISIBLE at the first fault. */
export function readXml(contenu: Buffer, ecoute: Ecoute): Result<undefined, 'XML_ILLISIBLE'> {
  try {
    ecouterXml(ecoute).write(decodeXml(contenu)).close()
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
