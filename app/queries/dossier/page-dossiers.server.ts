import { type Db, lire } from '#infra/db'
import { SERVICE_SQL } from '#infra/stores/champ-du-service/champs-sql'
import { Prisma } from '#prisma'
import { idsDeLaMarche, jointureDe, type Ordre, par } from '#queries/dossier/ordre-dossiers'

/**
 * Where a page is: the dossiers it was made of when the facts were the same, from the row of a key on, or after so many rows, counted from
 * the end that is nearer.
 */
export type Depart = { ids: readonly string[] } | { cle: readonly string[] } | { saut: number; depuis: 'debut' | 'fin' }

type Lecture = {
  plan: 'garde' | 'chaque fois'
  where: readonly Prisma.Sql[]
  ordre: Ordre
  depart: Depart
  size: number
  now: Date
}

/** The values of a line, in the order of #domain/dossier/ligne-bannette. */
const LIGNE = Prisma.sql`json_build_array(d.id, d.numero, d.objet, d.etat, d.version, d.depose_le, d.montant_demande_cents::text,
  d.montant_accorde_cents::text, d.rejet_implicite_le, d.completude, d.nb_manquantes, d.nb_a_controler, d.codes_manquants,
  json_build_array(s.nom, s.genre, s.commune), c.code, CASE WHEN a.id IS NOT NULL THEN json_build_array(a.id, a.prenom, a.nom) END`

/**
 * One page of dossiers as one text (#domain/dossier/ligne-bannette), its ids, the key of the row after its last, and the
 * revision of the facts it shows; also that of the menus, which the same screen needs. The ids come from an index alone; only the rows of the page are read whole.
 */
export async function pageDossiers(db: Db, { plan, where, ordre, depart, size, now }: Lecture) {
  const cles = Prisma.join(ordre.colonnes.map(({ sql }) => Prisma.sql`${sql}::text`))
  const aLEnvers = 'depuis' in depart && depart.depuis === 'fin'
  const [page] = await lire<{
    lignes: string | null
    suivante: string[] | null
    revision: string
    menus: string
    ids: string[]
  }>(
    db,
    Prisma.sql`WITH p AS MATERIALIZED (${
      'ids' in depart
        ? Prisma.sql`SELECT unnest(${[...depart.ids]}::uuid[]) AS id`
        : idsDeLaMarche(ordre, {
            conditions: where,
            place: 'cle' in depart ? depart.cle : null,
            large: true,
            vers: aLEnvers ? 'avant' : 'apres',
            limite: size + (aLEnvers ? 0 : 1),
            saut: 'saut' in depart ? depart.saut : 0,
          })
    }), lignes AS (
      SELECT row_number() OVER (ORDER BY ${par(ordre)}) AS rang, ARRAY[${cles}] AS cle,
        ${LIGNE}, (extract(epoch FROM o.echeance) * 1000)::bigint, (extract(epoch FROM w.recue_le) * 1000)::bigint,
        (SELECT montant_cents::text FROM proposition WHERE dossier_id = d.id AND remplacee_le IS NULL),
        (SELECT json_agg(json_build_array(e.nom, e.couleur) ORDER BY e.rang, e.cree_le) FROM etiquette_de_dossier x
          JOIN etiquette e ON e.id = x.etiquette_id WHERE x.dossier_id = d.id), ${SERVICE_SQL}) AS ligne
      FROM p JOIN dossier d ON d.id = p.id ${jointureDe(ordre)} JOIN structure s ON s.id = d.structure_id JOIN campagne c ON c.id = d.campagne_id
      LEFT JOIN agent a ON a.id = d.agent_id
      LEFT JOIN deverrouillage o ON o.dossier_id = d.id AND o.referme_le IS NULL AND o.echeance > ${now}
      LEFT JOIN (
        SELECT dossier_id, min(recue_le) AS recue_le FROM demande_deverrouillage
        WHERE etat = 'EN_ATTENTE' AND dossier_id = ANY (ARRAY(SELECT id FROM p)) GROUP BY 1
      ) w ON w.dossier_id = d.id
    )
    SELECT (json_agg(ligne ORDER BY rang) FILTER (WHERE rang <= ${size}))::text AS lignes,
      (SELECT cle FROM lignes WHERE rang = ${size} + 1) AS suivante,
      revision_de('dossier') AS revision, revision_de('menus') AS menus,
      ARRAY(SELECT id::text FROM p) AS ids
    FROM lignes`,
    { plan: 'ids' in depart ? 'garde' : plan },
  )
  if (!page) throw new Error('an aggregate without GROUP BY gives one row')
  const { lignes, ...reste } = page
  return { lignes: lignes ?? '[]', ...reste }
}
