import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { type Exigee, exigees } from '#domain/campagne/exigence'
import type { Db, Tx } from '#infra/db'
import { contextesDesDossiers } from '#infra/stores/campagne/contexte'
import type { Prisma } from '#prisma'

/** `id` is null for a fiche: nothing of its case is known. The genre is as its row keeps it: the database compares it, nobody is shown it. */
type Dossier = {
  id: string | null
  exigencesId: string | null
  campagneId: string
  structure: { genre: string | null }
}

/** A line of a matrix, as it is kept. */
export type LigneAttendue = Prisma.PieceAttendueGetPayload<object>

/** One pièce asked of one dossier: `exigence` is what its case makes of it, `aVerifier` what would have to be known to be sure. */
export type Attendue = LigneAttendue & Exigee

/** The version a campagne asks by today, or asked by at this instant: the last one published. Null when nothing was ever published. */
export async function exigencesEnVigueur(tx: Tx | Db, campagneId: string, le?: Date): Promise<string | null> {
  const [version] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM version_exigences WHERE campagne_id = ${campagneId}::uuid AND publiee_le <= coalesce(${le ?? null}::timestamptz, 'infinity')
    ORDER BY numero DESC LIMIT 1`
  return version?.id ?? null
}

/**
 * What is asked of this dossier: by the version it was deposited under, else by the one that holds today; each line as its condition
 * makes it, those that are not asked left out. In reading order.
 */
export async function attenduesDuDossier(
  tx: Tx | Db,
  { id, exigencesId, campagneId, structure }: Dossier,
): Promise<Attendue[]> {
  if (!structure.genre) return []
  const version = exigencesId ?? (await exigencesEnVigueur(tx, campagneId))
  const lignes = await lignesDuGenre(tx, version, structure.genre)
  return id ? attenduesParmi(tx, id, lignes) : exigees(lignes, CONTEXTE_INCONNU)
}

/** The lines of a version that speak of this genre, in reading order; none where there is no version, or a genre that nobody knows. */
export const lignesDuGenre = async (
  tx: Tx | Db,
  exigencesId: string | null,
  genre: string | null,
): Promise<LigneAttendue[]> =>
  exigencesId === null || !genre
    ? []
    : tx.pieceAttendue.findMany({ where: { exigencesId, genre }, orderBy: { rang: 'asc' } })

/** What these lines ask of this dossier. */
export async function attenduesParmi(
  tx: Tx | Db,
  dossierId: string,
  lignes: readonly LigneAttendue[],
): Promise<Attendue[]> {
  const conditionnee = lignes.some(({ condition }) => condition !== null)
  const contexte = conditionnee ? (await contextesDesDossiers(tx, [dossierId])).get(dossierId) : undefined
  return exigees(lignes, contexte ?? CONTEXTE_INCONNU)
}

/** Gives a new campagne what another asks for today, as its first published version; nothing where that one asks for nothing. */
export async function copierExigences(tx: Tx, { de, vers, le }: { de: string; vers: string; le: Date }): Promise<void> {
  const enVigueur = await exigencesEnVigueur(tx, de)
  if (!enVigueur) return
  const { id } = await tx.versionExigences.create({
    data: { campagneId: vers, numero: 1, publieeLe: le },
    select: { id: true },
  })
  await tx.$executeRaw`
    INSERT INTO piece_attendue (exigences_id, genre, code, exigence, rang, condition, regles, motifs)
    SELECT ${id}::uuid, genre, code, exigence, rang, condition, regles, motifs
    FROM piece_attendue WHERE exigences_id = ${enVigueur}::uuid`
}
