import { fromBuffer } from 'yauzl-promise'
import { no, ok, type Result } from '#domain/result'

/** Limits of a document that is a zip (.docx, .odt, .xlsx): over them it is a bomb, or no letter. */
const ENTREES_MAX = 2_000
const TOTAL_MAX = 100 * 1024 * 1024
const PARTIE_MAX = 20 * 1024 * 1024
const RATIO_MAX = 200
const RATIO_A_PARTIR_DE = 1024 * 1024

export type MotifArchive = 'ARCHIVE_ILLISIBLE' | 'ARCHIVE_PIEGEE' | 'ARCHIVE_CHIFFREE' | 'PARTIE_ABSENTE'

/** One part of a zipped document, by its name. The whole directory is checked first, and the part is measured as it unfolds. */
export async function readPartie(contenu: Buffer, nom: string): Promise<Result<Buffer, MotifArchive>> {
  try {
    const zip = await fromBuffer(contenu, { validateFilenames: false })
    const entrees = await zip.readEntries(ENTREES_MAX + 1)
    if (entrees.length > ENTREES_MAX) return no('ARCHIVE_PIEGEE')
    const total = entrees.reduce((somme, { uncompressedSize }) => somme + uncompressedSize, 0)
    const gonflee = entrees.some(
      ({ compressedSize, uncompressedSize }) =>
        uncompressedSize > RATIO_A_PARTIR_DE && uncompressedSize / Math.max(1, compressedSize) > RATIO_MAX,
    )
    if (total > TOTAL_MAX || gonflee) return no('ARCHIVE_PIEGEE')
    const entree = entrees.find(({ filename }) => filename === nom)
    if (!entree) return no('PARTIE_ABSENTE')
    if (entree.isEncrypted()) return no('ARCHIVE_CHIFFREE')
    const morceaux: Buffer[] = []
    let taille = 0
    for await (const morceau of (await entree.openReadStream()) as AsyncIterable<Buffer>) {
      taille += morceau.length
      if (taille > PARTIE_MAX) return no('ARCHIVE_PIEGEE')
      morceaux.push(morceau)
    }
    return ok(Buffer.concat(morceaux))
  } catch {
    return no('ARCHIVE_ILLISIBLE')
  }
}
