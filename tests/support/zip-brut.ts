import { crc32, deflateRawSync } from 'node:zlib'

/** One entry written byte by byte: names, flags, sizes and attributes may lie, which no honest writer of zips allows. */
export type EntreeBrute = {
  nom: string | Buffer
  contenu?: Buffer
  /** Unix mode, such as 0o120777 for a link. */
  mode?: number
  drapeaux?: number
  tailleDeclaree?: number
}

/** A zip of these entries, each deflated. */
export function zipBrut(entrees: readonly EntreeBrute[]): Buffer {
  const locales: Buffer[] = []
  const centrales: Buffer[] = []
  let position = 0
  for (const { nom, contenu = Buffer.alloc(0), mode = 0o100644, drapeaux = 0, tailleDeclaree } of entrees) {
    const octetsNom = typeof nom === 'string' ? Buffer.from(nom, 'utf8') : nom
    const compresse = deflateRawSync(contenu)
    const commun = Buffer.alloc(26)
    commun.writeUInt16LE(20, 0)
    commun.writeUInt16LE(drapeaux | (typeof nom === 'string' ? 0x800 : 0), 2)
    commun.writeUInt16LE(8, 4)
    commun.writeUInt32LE(crc32(contenu), 10)
    commun.writeUInt32LE(compresse.length, 14)
    commun.writeUInt32LE(tailleDeclaree ?? contenu.length, 18)
    commun.writeUInt16LE(octetsNom.length, 22)
    const locale = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), commun, octetsNom, compresse])
    const fin = Buffer.alloc(14)
    fin.writeUInt32LE((mode << 16) >>> 0, 6)
    fin.writeUInt32LE(position, 10)
    centrales.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), commun, fin, octetsNom]))
    locales.push(locale)
    position += locale.length
  }
  const central = Buffer.concat(centrales)
  const eocd = Buffer.alloc(22)
  eocd.write('PK\u0005\u0006', 0, 'latin1')
  eocd.writeUInt16LE(entrees.length, 8)
  eocd.writeUInt16LE(entrees.length, 10)
  eocd.writeUInt32LE(central.length, 12)
  eocd.writeUInt32LE(position, 16)
  return Buffer.concat([...locales, central, eocd])
}
