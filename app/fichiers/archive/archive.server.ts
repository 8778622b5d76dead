import { open as ouvrirFichier, stat } from 'node:fs/promises'
import { type Entry, open } from 'yauzl-promise'
import type { Numero } from '#domain/dossier/numero'
import { MAX_OCTETS } from '#domain/piece/depot'
import { lireNom } from '#domain/piece/libelle'
import { ok, type Result } from '#domain/result'
import { abreger, nettoyer } from '#domain/texte'
import { type Brut, nomDEntree, placer } from '#fichiers/archive/chemin-de-piece'
import { parcourirDossier } from '#fichiers/archive/dossier-de-pieces'
import type { SourceDePiece } from '#fichiers/archive/piece-d-archive'
import { type MotifArchive, type MotifPiece, PHRASE_PIECE, refuserArchive } from '#fichiers/archive/refus-archive'

/** One deposited file, not yet inflated: `source` is where its bytes are. */
export type PieceRecue = {
  nature: 'PIECE'
  numero: Numero
  rang: number | null
  libelle: string
  extension: string
  nomFichier: string
  chemin: string
  taille: number
  source: SourceDePiece
}

/** A file that is not taken. `motif` is a French sentence; the dossier's number where the path tells it. */
export type PieceRefusee = { nature: 'REFUS'; fichier: string; code: MotifPiece; motif: string; numero: Numero | null }

/** What a delivery of pièces holds, in its order. */
export type Livraison = readonly (PieceRecue | PieceRefusee)[]

const MAX_ENTREES = 100_000
/** Inflated over compressed, above which an archive that weighs is a bomb: PDF and images hardly deflate at all. */
const RATIO_MAX = 100
const OCTETS_SANS_SOUPCON = 200_000_000

/** Walks a .zip of pièces, or a folder of the same shape (`--pieces DIR`). `nom` is what people called it. */
export async function parcourirPieces(chemin: string, nom: string): Promise<Result<Livraison, MotifArchive>> {
  const infos = await stat(chemin).catch(() => null)
  if (infos === null) return refuserArchive(nom, 'ARCHIVE_INTROUVABLE')
  if (infos.isDirectory()) return ok(await juger(parcourirDossier(chemin)))
  return parcourirZip({ chemin, nom, octets: infos.size })
}

async function parcourirZip({
  chemin,
  nom,
  octets,
}: {
  chemin: string
  nom: string
  octets: number
}): Promise<Result<Livraison, MotifArchive>> {
  const zip = await open(chemin, { decodeStrings: false, validateFilenames: false }).catch(() => null)
  if (zip === null)
    return refuserArchive(nom, octets === 0 || !(await commenceParPk(chemin)) ? 'PAS_UN_ZIP' : 'ARCHIVE_ABIMEE')
  const entrees: Entry[] = []
  let motif: MotifArchive | null = null
  try {
    for await (const entree of zip) {
      entrees.push(entree)
      if (entrees.length > MAX_ENTREES) break
    }
    if (entrees.length > MAX_ENTREES) motif = 'TROP_D_ENTREES'
    else if (estPiegee(entrees, octets)) motif = 'ARCHIVE_PIEGEE'
  } catch {
    motif = 'ARCHIVE_ABIMEE'
  } finally {
    await zip.close()
  }
  if (motif !== null) return refuserArchive(nom, motif)
  return ok(await juger(entrees.map((entree) => brutDe(entree, chemin))))
}

async function commenceParPk(chemin: string): Promise<boolean> {
  const fichier = await ouvrirFichier(chemin, 'r')
  try {
    const { buffer } = await fichier.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1', 0, 2) === 'PK'
  } finally {
    await fichier.close()
  }
}

/** Entries that share their bytes add up to more than the file; a bomb inflates out of all proportion. */
function estPiegee(entrees: readonly Entry[], octets: number): boolean {
  const compresse = entrees.reduce((total, { compressedSize }) => total + compressedSize, 0)
  const lisible = entrees.filter(({ uncompressedSize }) => uncompressedSize <= MAX_OCTETS)
  const decompresse = lisible.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0)
  return compresse > octets || (decompresse > OCTETS_SANS_SOUPCON && decompresse > RATIO_MAX * octets)
}

const TYPE_UNIX = 0o170000
const FICHIER_UNIX = 0o100000

function brutDe(entree: Entry, archive: string): Brut {
  const nom: unknown = entree.filename
  const chemin = Buffer.isBuffer(nom)
    ? nomDEntree({ nom, utf8: (entree.generalPurposeBitFlag & 0x800) !== 0, champs: entree.extraFields })
    : entree.filename
  const type = (entree.externalFileAttributes >>> 16) & TYPE_UNIX
  const estLien = type !== 0 && type !== FICHIER_UNIX && !chemin.endsWith('/')
  const refus = estLien ? 'LIEN' : entree.isEncrypted() ? 'PROTEGEE' : null
  const zip = {
    debut: entree.fileHeaderOffset,
    taille: entree.compressedSize,
    decompresse: entree.uncompressedSize,
    methode: entree.compressionMethod,
    crc32: entree.crc32,
  }
  return { chemin, taille: entree.uncompressedSize, refus, source: { chemin: archive, zip } }
}

async function juger(bruts: Iterable<Brut> | AsyncIterable<Brut>): Promise<Livraison> {
  const livraison: (PieceRecue | PieceRefusee)[] = []
  const vus = new Set<string>()
  for await (const { chemin, taille, refus, source } of bruts) {
    const place = placer(chemin)
    if (place.nature === 'IGNORE') continue
    const numero = place.nature === 'PIECE' ? place.numero : null
    const refuser = (code: MotifPiece): PieceRefusee => ({
      nature: 'REFUS',
      fichier: abreger(nettoyer(chemin), 300),
      code,
      motif: PHRASE_PIECE[code],
      numero,
    })
    if (place.nature === 'REFUS') livraison.push(refuser(place.motif))
    else if (refus) livraison.push(refuser(refus))
    else if (taille > MAX_OCTETS) livraison.push(refuser('TROP_VOLUMINEUSE'))
    else if (vus.has(place.chemin)) livraison.push(refuser('EN_DOUBLE'))
    else {
      vus.add(place.chemin)
      const { nomFichier } = place
      livraison.push({ ...place, ...lireNom(nomFichier), taille, source })
    }
  }
  return livraison
}
