import type { Entry } from 'yauzl-promise'
import { ecouterXml, type Ecoute } from '#fichiers/document/xml'

const sansPrefixe = (nom: string) => nom.slice(nom.indexOf(':') + 1)

/**
 * Reads an entry of a workbook as XML, piece by piece, names without their prefix; after each piece the caller may take what was found.
 * Throws where the XML is broken or too deep.
 */
export async function* lireXml(entree: Entry, { ouvrir, fermer, texte }: Ecoute): AsyncGenerator<void> {
  const parser = ecouterXml({
    ouvrir: (nom, attributs) => ouvrir(sansPrefixe(nom), attributs),
    fermer: (nom) => fermer(sansPrefixe(nom)),
    texte,
  })
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
    ouvrir: ecoute.ouvrir ?? rien,
    fermer: ecoute.fermer ?? rien,
    texte: ecoute.texte ?? rien,
  })
  for await (const _ of lecture);
}
