import { type QuestionDeCampagne, questionsPosees } from '#domain/demande-en-ligne/questions-de-campagne'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { Db, Tx } from '#infra/db'
import { type ChampGarde, lireChampGarde } from '#infra/stores/champ-du-service/champ'

/** What each of these campagnes asks of its own of the structures, by the id of the campagne. */
export async function questionsDesCampagnes(
  tx: Tx | Db,
  campagneIds: readonly string[],
): Promise<Map<string, QuestionDeCampagne[]>> {
  const ids = [...new Set(campagneIds)]
  const gardes = await tx.$queryRaw<(ChampGarde & { campagneId: string })[]>`
    SELECT id, campagne_id AS "campagneId", libelle, type, choix, repond, aide, archive_le AS "archiveLe" FROM champ_du_service
    WHERE campagne_id = ANY(${ids}::uuid[]) ORDER BY rang, cree_le, id`
  const deCelleCi = (id: string) => gardes.filter(({ campagneId }) => campagneId === id).map(lireChampGarde)
  return new Map(ids.map((id) => [id, questionsPosees(deCelleCi(id))]))
}

/** The questions that the structure of a dossier answered as it deposited it; none where it did so on the portal. */
export const questionsDuDossier = async (
  tx: Tx,
  { campagneId, origine }: { campagneId: string; origine: OrigineDossier },
): Promise<QuestionDeCampagne[]> =>
  origine === 'EXTRANET' ? ((await questionsDesCampagnes(tx, [campagneId])).get(campagneId) ?? []) : []
