import path from 'node:path'
import { no, ok, type Result } from '#domain/result'
import type { Livraison, PieceRecue } from '#fichiers/archive/archive'
import { type MotifArchive, type MotifPiece, PHRASE_PIECE, refuserArchive } from '#fichiers/archive/refus-archive'
import { lire, type Reglage } from '#lecteurs/lecteurs'

export type { Livraison, PieceRecue }

/** Milliseconds of processor: a hundred thousand files take some seconds to be listed, and an officer gave them. */
const DELAI_MS = 120_000

/**
 * What a .zip of pièces holds, or a folder of the same shape (`--pieces DIR`): walked by another process, which can be ended. Nothing is inflated until
 * `lirePiece` asks for it. `nom` is what people called it.
 */
export async function ouvrirPieces(
  chemin: string,
  nom = path.basename(chemin),
  { delaiMs = DELAI_MS }: Reglage = {},
): Promise<Result<Livraison, MotifArchive>> {
  const lue = await lire('archive', { chemin: path.resolve(chemin), nom }, { delaiMs })
  return lue.ok ? lue.value : refuserArchive(nom, 'LECTURE_INTERROMPUE')
}

/** The bytes of one of them, at most 20 MiB, inflated by another process. */
export async function lirePiece({ source }: PieceRecue): Promise<Result<Buffer, MotifPiece>> {
  const lue = await lire('pieceDArchive', source)
  if (!lue.ok) return no('LECTURE_INTERROMPUE', PHRASE_PIECE.LECTURE_INTERROMPUE)
  if (!lue.value.ok) return lue.value
  const { buffer, byteOffset, byteLength } = lue.value.value
  return ok(Buffer.from(buffer, byteOffset, byteLength))
}
