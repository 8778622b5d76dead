import { type ChampDuService, typeDeChamp } from '#domain/champ-du-service/champ'
import type { Tx, Db } from '#infra/db'
import { Prisma } from '#prisma'

/** What a dossier `d` holds in the fields of the service, as `[[libelle, type, valeur]]` in their order; null, and nothing looked up, where it holds nothing. */
export const SERVICE_SQL = Prisma.sql`CASE WHEN d.champs_service <> '{}' THEN (
  SELECT json_agg(json_build_array(k.libelle, k.type, v.value) ORDER BY k.rang, k.cree_le, k.id)
  FROM jsonb_each_text(d.champs_service) v JOIN champ_du_service k ON k.id = v.key::uuid) END`

/** The fields in which one at least of the dossiers `d` that `ou` says holds something, those of the newest campagne first. */
export async function champsRemplis(tx: Tx | Db, ou: Prisma.Sql): Promise<Pick<ChampDuService, 'libelle' | 'type'>[]> {
  const lus = await tx.$queryRaw<{ libelle: string; type: string }[]>`
    SELECT k.libelle, k.type FROM champ_du_service k JOIN campagne c ON c.id = k.campagne_id
    WHERE k.id::text IN (SELECT DISTINCT jsonb_object_keys(d.champs_service) FROM dossier d WHERE d.champs_service <> '{}' AND ${ou})
    ORDER BY c.annee DESC, c.code, k.rang, k.cree_le, k.id`
  return lus.map(({ libelle, type }) => ({ libelle, type: typeDeChamp(type) }))
}
