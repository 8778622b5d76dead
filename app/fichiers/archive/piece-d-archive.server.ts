import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { MAX_OCTETS } from '#domain/piece/depot'
import { no, ok, type Result } from '#domain/result'
import { type MotifPiece, PHRASE_PIECE } from '#fichiers/archive/refus-archive'

/** Where an entry lies in its zip, as the directory of the zip says; sizes and places in bytes. */
type EntreeDeZip = {
  debut: number
  taille: number
  decompresse: number
  methode: number
  crc32: number
}

/** Where the bytes of a deposited file are: in a zip of this machine, or in a file of their own. Plain data, so that any process may be asked for them. */
export type SourceDePiece = { chemin: string; zip: EntreeDeZip | null }

const STOCKE = 0
const DEFLATE = 8

const abimee = () => no('ABIMEE' as const, PHRASE_PIECE.ABIMEE)
const tropVolumineuse = () => no('TROP_VOLUMINEUSE' as const, PHRASE_PIECE.TROP_VOLUMINEUSE)

/** The bytes of one deposited file, no further than 20 MiB whatever size was declared. A link is not followed. */
export async function lirePieceDArchive({ chemin, zip }: SourceDePiece): Promise<Result<Buffer, MotifPiece>> {
  let fichier: FileHandle | undefined
  try {
    fichier = await open(chemin, constants.O_RDONLY | (zip ? 0 : constants.O_NOFOLLOW))
    return zip ? await deplier(fichier, zip) : await lireBorne(fichier.createReadStream({ autoClose: false }))
  } catch {
    return abimee()
  } finally {
    await fichier?.close()
  }
}

async function lireBorne(flux: AsyncIterable<Buffer>): Promise<Result<Buffer, MotifPiece>> {
  const morceaux: Buffer[] = []
  let taille = 0
  for await (const morceau of flux) {
    taille += morceau.length
    if (taille > MAX_OCTETS) return tropVolumineuse()
    morceaux.push(morceau)
  }
  return ok(Buffer.concat(morceaux))
}

const ENTETE = 30
const SIGNATURE = 0x04034b50

/** What deflates to more than this inflates to more than a pièce may hold. */
const COMPRESSE_MAX = MAX_OCTETS + 64 * 1024

const inflater = promisify(inflateRaw)

/** Inflates an entry, and holds it against what the directory of its zip says of it. */
async function deplier(fichier: FileHandle, entree: EntreeDeZip): Promise<Result<Buffer, MotifPiece>> {
  const { debut, taille, decompresse, methode } = entree
  if (taille > COMPRESSE_MAX) return tropVolumineuse()
  const entete = await octetsA(fichier, debut, ENTETE)
  if (entete.readUInt32LE(0) !== SIGNATURE || (methode !== STOCKE && methode !== DEFLATE)) return abimee()
  const brut = await octetsA(fichier, debut + ENTETE + entete.readUInt16LE(26) + entete.readUInt16LE(28), taille)
  const contenu = methode === STOCKE ? brut : await inflater(brut, { maxOutputLength: Math.max(1, decompresse) })
  return contenu.length === decompresse && crc32(contenu) === entree.crc32 ? ok(contenu) : abimee()
}

async function octetsA(fichier: FileHandle, position: number, nombre: number): Promise<Buffer> {
  const { buffer, bytesRead } = await fichier.read(Buffer.alloc(nombre), 0, nombre, position)
  if (bytesRead < nombre) throw new Error('the zip ends before its entry')
  return buffer
}
