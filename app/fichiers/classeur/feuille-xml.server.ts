import type { Entry } from 'yauzl-promise'
import { SaxesParser } from 'saxes'

/** What a reader of XML wants to hear: names without their prefix. */
export type Ecoute = {
  ouvre: (nom: string, attributs: Readonly<Record<string, string>>) => void
  ferme: (nom: string) => void
  texte: (texte: string) => void
}

const sansPrefixe = (nom: string) => nom.slice(nom.indexOf(':') + 1)

/**
 * Reads an entry of a workbook as XML, piece by piece; after each piece the caller may take what was found. Throws where the XML is
 * broken. External and custom entities are never followed: saxes knows the five of XML only.
 */
export async function* lireXml(entree: Entry, ecoute: Ecoute): AsyncGenerator<void> {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => ecoute.ouvre(sansPrefixe(name), attributes))
  parser.on('closetag', ({ name }) => ecoute.ferme(sansPrefixe(name)))
  parser.on('text', ecoute.texte)
  parser.on('cdata', ecoute.texte)
  const decodeur = new TextDecoder('utf-8')
  const flux = await entree.openReadStream()
  try {
    for await (const morceau of flux as AsyncIterable<Buffer>) {
      parser.write(decodeur.decode(morceau, { stream: true }))
      yield
    }
    parser.write(decodeur.decode()).close()
    yield
  } finally {
    flux.destroy()
  }
}

/** The same for a small part, at once. */
export async function parcourirXml(entree: Entry | undefined, ecoute: Partial<Ecoute>): Promise<void> {
  if (!entree) return
  const rien = () => undefined
  const lecture = lireXml(entree, {
    ouvre: ecoute.ouvre ?? rien,
    ferme: ecoute.ferme ?? rien,
    texte: ecoute.texte ?? rien,
  })
  for await (const _ of lecture);
}
