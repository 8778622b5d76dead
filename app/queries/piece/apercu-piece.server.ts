import type { MotPlace } from '#domain/mots-places'
import type { Apercu } from '#domain/pre-projet/lecture/apercu'
import type { Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { apercuFichier, type FichierMontre, imageFichier, motsFichier } from '#queries/piece/apercu-fichier'

/** One version of a pièce of this dossier. */
type Visee = { dossierId: string; versionId: string }

const MANIERE = { enPages: true }

async function trouver({ db }: DepsFichiers, { dossierId, versionId }: Visee): Promise<FichierMontre> {
  const version = await db.pieceVersion.findFirst({
    where: { id: versionId, piece: { dossierId } },
    select: { nomFichier: true, cle: true, sha256: true, typeMime: true, analyse: true },
  })
  if (!version) throw new NotFound('piece', versionId)
  const { nomFichier: nom, ...fichier } = version
  return { nom, ...fichier }
}

/** What can be shown of a deposited file; a letter or a workbook as pages. Throws NotFound. */
export const apercuPiece = async (deps: DepsFichiers, visee: Visee): Promise<Apercu> =>
  apercuFichier(deps, await trouver(deps, visee), MANIERE)

/** The words of its pages, each with its place. Throws NotFound. */
export const motsPiece = async (deps: DepsFichiers, visee: Visee): Promise<MotPlace[][]> =>
  motsFichier(deps, await trouver(deps, visee))

/** A page of it as a picture. Throws NotFound, for a file that may not be opened too. */
export async function imagePiece(
  deps: DepsFichiers,
  { page, largeur, ...visee }: Visee & { page: number; largeur: number },
): Promise<Result<Buffer>> {
  const image = await imageFichier(deps, await trouver(deps, visee), { page, largeur, ...MANIERE })
  if (!image) throw new NotFound('piece', visee.versionId)
  return image
}
