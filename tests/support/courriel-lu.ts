import { Readable } from 'node:stream'
import { readCourriel } from '#fichiers/courriel/courriel'
import type { Depot, Octets } from '#fichiers/courriel/courriel-lu'

/** Bytes in memory. */
const octetsDe = (contenu: Buffer): Octets => ({
  cle: '',
  taille: contenu.length,
  stream: async (portion) => Readable.from([portion ? contenu.subarray(portion.start, portion.end + 1) : contenu]),
})

/** Keeps files in memory: for small mails read on the spot. */
const depotEnMemoire: Depot = async (contenu) => {
  const morceaux: Buffer[] = []
  for await (const morceau of contenu) morceaux.push(morceau as Buffer)
  return octetsDe(Buffer.concat(morceaux))
}

/** Reads the mail that these bytes are, its files kept in memory. */
export const readEml = (contenu: Buffer) => readCourriel(octetsDe(contenu), depotEnMemoire)
