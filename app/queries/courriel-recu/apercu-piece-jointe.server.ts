import type { MotPlace } from '#domain/mots-places'
import type { Apercu } from '#domain/pre-projet/lecture/apercu'
import type { Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { type CourrielDePiece, seulePiece } from '#queries/courriel-recu/courriel-vise'
import { apercuFichier, type FichierMontre, imageFichier, motsFichier } from '#queries/piece/apercu-fichier'

type Visee = { courriel: CourrielDePiece; pieceId: string }

const MANIERE = { enPages: true }

async function trouver({ db }: DepsFichiers, { courriel, pieceId }: Visee): Promise<FichierMontre> {
  const piece = await db.pieceJointe.findFirst({
    where: seulePiece(pieceId, courriel),
    select: { nom: true, cle: true, sha256: true, typeMime: true, analyse: true },
  })
  if (!piece) throw new NotFound('piece-jointe', pieceId)
  return piece
}

/** What can be shown of a file that came with a mail; a letter or a workbook as pages where they can be made. Throws NotFound. */
export const apercuPieceJointe = async (deps: DepsFichiers, visee: Visee): Promise<Apercu> =>
  apercuFichier(deps, await trouver(deps, visee), MANIERE)

/** The words of its pages, each with its place. Throws NotFound. */
export const motsPieceJointe = async (deps: DepsFichiers, visee: Visee): Promise<MotPlace[][]> =>
  motsFichier(deps, await trouver(deps, visee))

/** A page of it as a picture. Throws NotFound, for a file that may not be opened too. */
export async function imagePieceJointe(
  deps: DepsFichiers,
  { page, largeur, ...visee }: Visee & { page: number; largeur: number },
): Promise<Result<Buffer>> {
  const image = await imageFichier(deps, await trouver(deps, visee), { page, largeur, ...MANIERE })
  if (!image) throw new NotFound('piece-jointe', visee.pieceId)
  return image
}
