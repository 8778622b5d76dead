import { rolesAyant } from '#domain/acces/droits'
import type { ChampDuService } from '#domain/champ-du-service/champ'
import { type Db, lire } from '#infra/db'
import { memoireDe } from '#infra/memoire'
import { Prisma } from '#prisma'

/**
 * What the menus of a bannette offer: the campagnes, the newest first, who may follow a dossier, the territoires, the names of the étiquettes and the
 * fields of the service: one of those that accents and capitals alone tell apart.
 */
export type Menus = {
  campagnes: { code: string; libelle: string }[]
  agents: { id: string; nom: string }[]
  territoires: { id: string; nom: string }[]
  etiquettes: string[]
  service: Pick<ChampDuService, 'libelle' | 'type' | 'choix'>[]
}

/**
 * The menus of every bannette, remembered until a campagne, an agent, a territoire, an étiquette or a field of the service is written. `revision` is the one a reading of the
 * same screen has just found: when it is known, nothing is asked.
 */
export async function menusBannette(db: Db, revision?: string): Promise<Menus> {
  const memoire = memoireDe<Menus>(db, 'menus', 1)
  const connus = memoire.voir('menus')
  if (connus && connus.revision === revision) return connus.valeur
  const [lu] = await lire<{ revision: string; menus: Menus | null }>(
    db,
    Prisma.sql`SELECT r.revision, CASE WHEN r.revision <> ${connus?.revision ?? ''}::text THEN json_build_object(
        'campagnes', (SELECT coalesce(json_agg(json_build_object('code', c.code, 'libelle', c.libelle) ORDER BY c.annee DESC, c.code), '[]') FROM campagne c WHERE c.etat <> 'ARCHIVEE'),
        'agents', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'nom', a.prenom || ' ' || a.nom) ORDER BY a.nom, a.prenom), '[]')
          FROM agent a WHERE a.actif AND a.role::text = ANY (${rolesAyant('dossier.instruire')}::text[])),
        'territoires', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'nom', t.nom) ORDER BY t.nom), '[]') FROM territoire t),
        'etiquettes', (SELECT coalesce(json_agg(n.nom ORDER BY n.nom), '[]') FROM (SELECT DISTINCT ON (plier(e.nom)) e.nom
          FROM etiquette e JOIN campagne c ON c.id = e.campagne_id WHERE e.archivee_le IS NULL AND c.etat <> 'ARCHIVEE' ORDER BY plier(e.nom), e.nom) n),
        'service', (SELECT coalesce(json_agg(json_build_object('libelle', n.libelle, 'type', n.type, 'choix', n.choix) ORDER BY n.rang, n.libelle), '[]')
          FROM (SELECT DISTINCT ON (plier(k.libelle)) k.libelle, k.type, k.choix, k.rang FROM champ_du_service k JOIN campagne c ON c.id = k.campagne_id
            WHERE k.archive_le IS NULL AND c.etat <> 'ARCHIVEE' ORDER BY plier(k.libelle), c.annee DESC, c.code) n)
      ) END AS menus FROM (SELECT revision_de('menus') AS revision) r`,
  )
  if (!lu) throw new Error('a statement without FROM gives one row')
  if (!lu.menus && connus) return connus.valeur
  const menus = lu.menus ?? { campagnes: [], agents: [], territoires: [], etiquettes: [], service: [] }
  memoire.garder('menus', lu.revision, menus)
  return menus
}
