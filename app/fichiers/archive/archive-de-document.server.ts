import { type Entry, fromBuffer } from 'yauzl-promise'
import { no, ok, type Result } from '#domain/result'

/** Limits of a document that is a zip (.docx, .odt, .xlsx): over them it is a bomb, or no letter. */
const ENTREES_MAX = 2_000
const TOTAL_MAX = 100 * 1024 * 1024
const PARTIE_MAX = 20 * 1024 * 1024
const RATIO_MAX = 200
const RATIO_A_PARTIR_DE = 1024 * 1024

export type MotifArchive = 'ARCHIVE_ILLISIBLE' | 'ARCHIVE_PIEGEE' | 'ARCHIVE_CHIFFREE' | 'PARTIE_ABSENTE'

/** One part of a zipped document, by its name. */
export async function readPartie(contenu: Buffer, nom: string): Promise<Result<Buffer, MotifArchive>> {
  const parties = await readParties(contenu, (autre) => autre === nom)
  if (!parties.ok) return parties
  const partie = parties.value.get(nom)
  return partie ? ok(partie) : no('PARTIE_ABSENTE')
}

/** Parts of one document read at once: a letter has a head or a foot for its first page, and for the others. */
const PARTIES_MAX = 12

/** The parts of a zipped document that are asked for. The whole directory is checked first, and each part is measured as it unfolds. */
export async function readParties(
  contenu: Buffer,
  voulue: (nom: string) => boolean,
): Promise<Result<Map<string, Buffer>, MotifArchive>> {
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
    const parties = new Map<string, Buffer>()
    for (const entree of entrees.filter(({ filename }) => voulue(filename)).slice(0, PARTIES_MAX)) {
      if (entree.isEncrypted()) return no('ARCHIVE_CHIFFREE')
      const partie = await deplier(entree)
      if (!partie) return no('ARCHIVE_PIEGEE')
      parties.set(entree.filename, partie)
    }
    return ok(parties)
  } catch {
    return no('ARCHIVE_ILLISIBLE')
  }
}

/** The bytes of a part, null when they are more than it may hold. */
async function deplier(entree: Entry): Promise<Buffer | null> {
  const morceaux: Buffer[] = []
  let taille = 0
  for await (const morceau of (await entree.openReadStream()) as AsyncIterable<Buffer>) {
    taille += morceau.length
    if (taille > PARTIE_MAX) return null
    morceaux.push(morceau)
  }
  return Buffer.concat(morceaux)
}
