import { finished } from 'node:stream/promises'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl-promise'
import { ok, type Result } from '#domain/result'
import { type MotifFichier, refuserFichier } from '#fichiers/type/refus'

/** Limits of one workbook (docs/domaine.md § 4.2): bytes of the file, bytes once inflated, cells of all its sheets. */
export type Limites = { octets: number; decompresse: number; cellules: number }

export const LIMITES_CLASSEUR: Limites = { octets: 20 * 1024 * 1024, decompresse: 100_000_000, cellules: 200_000 }

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const CHIFFRE = Buffer.from('EncryptedPackage', 'utf16le')
const CELLULE = Buffer.from('<c ')
const MAX_ENTREES = 2_000

export type Classeur = { zip: ZipFile; entrees: ReadonlyMap<string, Entry> }

export const commenceParZip = (contenu: Buffer): boolean => contenu.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

/** An OLE file is an old .xls, or the envelope of a workbook locked by a password. Null when it is neither. */
export function motifOle(contenu: Buffer): 'PROTEGE' | 'ANCIEN_FORMAT' | null {
  if (!contenu.subarray(0, 8).equals(OLE)) return null
  return contenu.includes(CHIFFRE) ? 'PROTEGE' : 'ANCIEN_FORMAT'
}

/**
 * Opens an .xlsx that came from outside, after everything in it has been inflated once and measured: a bomb, a truncated or locked
 * file, macros, an old .xls renamed are refusals with a sentence. What it returns can be read without a limit of its own.
 */
export async function ouvrirClasseur(
  { nom, contenu }: { nom: string; contenu: Buffer },
  limites: Limites = LIMITES_CLASSEUR,
): Promise<Result<Classeur, MotifFichier>> {
  if (contenu.length === 0) return refuserFichier(nom, 'VIDE')
  if (contenu.length > limites.octets) return refuserFichier(nom, 'TROP_LOURD')
  const ole = motifOle(contenu)
  if (ole) return refuserFichier(nom, ole)
  if (!commenceParZip(contenu)) return refuserFichier(nom, 'AUTRE_FORMAT')
  try {
    const zip = await fromBuffer(contenu, { validateFilenames: false })
    const entrees = await lireEntrees(zip)
    const motif = entrees === null ? 'TROP_LOURD' : (refusDuContenu(entrees) ?? (await mesurer(entrees, limites)))
    return motif || entrees === null ? refuserFichier(nom, motif ?? 'TROP_LOURD') : ok({ zip, entrees })
  } catch {
    return refuserFichier(nom, 'ABIME')
  }
}

const TYPE_ODS = 'application/vnd.oasis.opendocument.spreadsheet'

/**
 * Whether a file may be handed to a converter: an old .xls without a password, or an .ods that holds what it says and no more than a
 * workbook may. Null for anything else.
 */
export async function formatConvertible(contenu: Buffer): Promise<'xls' | 'ods' | null> {
  if (contenu.length === 0 || contenu.length > LIMITES_CLASSEUR.octets) return null
  if (motifOle(contenu) === 'ANCIEN_FORMAT') return 'xls'
  if (!commenceParZip(contenu) || !contenu.subarray(0, 200).includes(TYPE_ODS)) return null
  try {
    const entrees = await lireEntrees(await fromBuffer(contenu, { validateFilenames: false }))
    return entrees?.has('content.xml') && (await mesurer(entrees, LIMITES_CLASSEUR)) === null ? 'ods' : null
  } catch {
    return null
  }
}

async function lireEntrees(zip: ZipFile): Promise<Map<string, Entry> | null> {
  const entrees = new Map<string, Entry>()
  for await (const entree of zip) {
    if (entrees.size >= MAX_ENTREES) return null
    entrees.set(entree.filename.replaceAll('\\', '/').replace(/^\//, ''), entree)
  }
  return entrees
}

function refusDuContenu(entrees: ReadonlyMap<string, Entry>): 'PROTEGE' | 'MACROS' | 'AUTRE_FORMAT' | null {
  if ([...entrees.values()].some((entree) => entree.isEncrypted())) return 'PROTEGE'
  if (entrees.has('xl/vbaProject.bin')) return 'MACROS'
  return entrees.has('xl/workbook.xml') ? null : 'AUTRE_FORMAT'
}

/** Inflates all, keeps nothing: sizes are counted, not believed. */
async function mesurer(
  entrees: ReadonlyMap<string, Entry>,
  limites: Limites,
): Promise<'TROP_LOURD' | 'TROP_DE_CELLULES' | null> {
  const declare = [...entrees.values()].reduce((total, { uncompressedSize }) => total + uncompressedSize, 0)
  if (declare > limites.decompresse) return 'TROP_LOURD'
  let octets = 0
  let cellules = 0
  for (const [chemin, entree] of entrees) {
    const flux = await entree.openReadStream()
    const estFeuille = chemin.startsWith('xl/worksheets/')
    let reste: Buffer = Buffer.alloc(0)
    for await (const morceau of flux as AsyncIterable<Buffer>) {
      octets += morceau.length
      if (estFeuille) {
        const texte = Buffer.concat([reste, morceau])
        cellules += compter(texte)
        reste = texte.subarray(-2)
      }
      if (octets > limites.decompresse || cellules > limites.cellules) break
    }
    flux.destroy()
    if (octets > limites.decompresse) return 'TROP_LOURD'
    if (cellules > limites.cellules) return 'TROP_DE_CELLULES'
    await finished(flux).catch(() => undefined)
  }
  return null
}

function compter(texte: Buffer): number {
  let n = 0
  for (let i = texte.indexOf(CELLULE); i >= 0; i = texte.indexOf(CELLULE, i + 3)) n += 1
  return n
}
