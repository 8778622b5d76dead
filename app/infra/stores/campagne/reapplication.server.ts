import { type ChangementDemande, comparerExigees } from '#domain/campagne/difference'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees } from '#domain/campagne/exigence'
import { EN_COURS } from '#domain/dossier/etat'
import type { Db, Tx } from '#infra/db'
import { contextesDesDossiers } from '#infra/stores/campagne/contexte'
import type { Prisma } from '#prisma'

/** The genre is as its row keeps it: it is only compared. */
type Vise = { id: string; exigencesId: string | null; structure: { genre: string | null } }

/** The dossiers of a campagne that wait for a decision under another version than this one. */
export const aReappliquer = (campagneId: string, exigencesId: string) =>
  ({
    campagneId,
    etat: { in: [...EN_COURS] },
    OR: [{ exigencesId: null }, { exigencesId: { not: exigencesId } }],
  }) satisfies Prisma.DossierWhereInput

/** What would be asked otherwise of each of these dossiers under that version, by id; a fixed number of queries, whatever their number. */
export async function changementsDemandes(
  tx: Tx | Db,
  dossiers: readonly Vise[],
  exigencesId: string,
): Promise<Map<string, ChangementDemande[]>> {
  const versions = [...new Set([exigencesId, ...dossiers.flatMap((d) => d.exigencesId ?? [])])]
  const genres = [...new Set(dossiers.flatMap((d) => d.structure.genre ?? []))]
  const [lignes, contextes] = await Promise.all([
    tx.pieceAttendue.findMany({
      where: { exigencesId: { in: versions }, genre: { in: genres } },
      orderBy: { rang: 'asc' },
    }),
    contextesDesDossiers(
      tx,
      dossiers.map(({ id }) => id),
    ),
  ])
  return new Map(
    dossiers.map(({ id, exigencesId: ancienne, structure: { genre } }) => {
      const contexte = contextes.get(id) ?? CONTEXTE_INCONNU
      const sous = (version: string) =>
        exigees(
          lignes.filter((ligne) => ligne.exigencesId === version && ligne.genre === genre),
          contexte,
        )
      return [id, comparerExigees(sous(ancienne ?? exigencesId), sous(exigencesId))]
    }),
  )
}
