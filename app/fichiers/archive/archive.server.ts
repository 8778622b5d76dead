import { open as ouvrirFichier, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Entry, open } from 'yauzl-promise'
import type { Numero } from '#domain/dossier/numero'
import { MAX_OCTETS } from '#domain/piece/depot'
import { lireNom } from '#domain/piece/libelle'
import { no, ok, type Result } from '#domain/result'
import { abreger, nettoyer } from '#domain/texte'
import { type Brut, nomDEntree, placer } from '#fichiers/archive/chemin-de-piece'
import { parcourirDossier } from '#fichiers/archive/dossier-de-pieces'
import { type MotifArchive, type MotifPiece, PHRASE_PIECE, refuserArchive } from '#fichiers/archive/refus-archive'

/** One deposited file. `lire` inflates it, at most 20 MiB, when it is asked to: nothing is held before or after. */
export type PieceRecue = {
  nature: 'PIECE'
  numero: Numero
  rang: number | null
  libelle: string
  extension: string
  nomFichier: string
  chemin: string
  taille: number
  lire: () => Promise<Result<Buffer, MotifPiece>>
}

/** A file that is not taken. `motif` is a French sentence; the dossier's number where the path tells it. */
export type PieceRefusee = { nature: 'REFUS'; fichier: string; code: MotifPiece; motif: string; numero: Numero | null }

/** A delivery of pièces, one file at a time. It must be closed. */
export type Livraison = { entrees: () => AsyncGenerator<PieceRecue | PieceRefusee, void>; fermer: () => Promise<void> }

const MAX_ENTREES = 100_000
/** Inflated over compressed, above which an archive that weighs is a bomb: PDF and images hardly deflate at all. */
const RATIO_MAX = 100
const OCTETS_SANS_SOUPCON = 200_000_000

/** Opens a .zip of pièces, or a folder of the same shape (`--pieces DIR`). `nom` is what people called it. */
export async function ouvrirPieces(chemin: string, nom = basename(chemin)): Promise<Result<Livraison, MotifArchive>> {
  const infos = await stat(chemin).catch(() => null)
  if (infos === null) return refuserArchive(nom, 'ARCHIVE_INTROUVABLE')
  if (infos.isDirectory())
    return ok({ entrees: () => juger(parcourirDossier(chemin)), fermer: () => Promise.resolve() })
  return ouvrirZip({ chemin, nom, octets: infos.size })
}

async function ouvrirZip({
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
  }
  if (motif !== null) {
    await zip.close()
    return refuserArchive(nom, motif)
  }
  return ok({ entrees: () => juger(entrees.map(brutDe)), fermer: () => zip.close() })
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

function brutDe(entree: Entry): Brut {
  const nom: unknown = entree.filename
  const chemin = Buffer.isBuffer(nom)
    ? nomDEntree({ nom, utf8: (entree.generalPurposeBitFlag & 0x800) !== 0, champs: entree.extraFields })
    : entree.filename
  const type = (entree.externalFileAttributes >>> 16) & TYPE_UNIX
  const estLien = type !== 0 && type !== FICHIER_UNIX && !chemin.endsWith('/')
  const refus = estLien ? 'LIEN' : entree.isEncrypted() ? 'PROTEGEE' : null
  return { chemin, taille: entree.uncompressedSize, refus, ouvrir: () => entree.openReadStream() }
}

async function* juger(bruts: Iterable<Brut> | AsyncIterable<Brut>): AsyncGenerator<PieceRecue | PieceRefusee, void> {
  const vus = new Set<string>()
  for await (const { chemin, taille, refus, ouvrir } of bruts) {
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
    if (place.nature === 'REFUS') yield refuser(place.motif)
    else if (refus) yield refuser(refus)
    else if (taille > MAX_OCTETS) yield refuser('TROP_VOLUMINEUSE')
    else if (vus.has(place.chemin)) yield refuser('EN_DOUBLE')
    else {
      vus.add(place.chemin)
      const { nomFichier } = place
      yield { ...place, ...lireNom(nomFichier), taille, lire: () => lireBorne(ouvrir) }
    }
  }
}

/** Reads to the end or to 20 MiB, whatever size was declared. */
async function lireBorne(ouvrir: Brut['ouvrir']): Promise<Result<Buffer, MotifPiece>> {
  const morceaux: Buffer[] = []
  let taille = 0
  try {
    for await (const morceau of (await ouvrir()) as AsyncIterable<Buffer>) {
      taille += morceau.length
      if (taille > MAX_OCTETS) return no('TROP_VOLUMINEUSE', PHRASE_PIECE.TROP_VOLUMINEUSE)
      morceaux.push(morceau)
    }
  } catch {
    return no('ABIMEE', PHRASE_PIECE.ABIMEE)
  }
  return ok(Buffer.concat(morceaux))
}
