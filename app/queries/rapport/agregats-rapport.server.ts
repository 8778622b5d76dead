import { type Agregat, type Enveloppe, ETATS_EN_JEU } from '#domain/rapport/sommes'
import { PRESENTABLES } from '#domain/seance/seance'
import type { Tx } from '#infra/db'
import { deposesSql, ENGAGE_SQL, type Perimetre } from '#queries/rapport/rows-rapport'

/** The deposited dossiers added up by the database in each way of cutting them, in one reading; and what each campagne has to give. */
export async function agregatsRapport(tx: Tx, perimetre: Perimetre) {
  const agregats = await tx.$queryRaw<Agregat[]>`
    WITH x AS (
      SELECT c.code AS campagne, c.dispositif::text AS dispositif, d.etat::text AS etat, s.genre, coalesce(t.nom, '') AS territoire, d.pays,
        coalesce(to_char(d.depose_le, 'YYYY-MM'), '') AS mois, d.montant_demande_cents AS demande, y.montant_cents AS propose,
        d.montant_accorde_cents AS vote, ${ENGAGE_SQL} AS engage, z.verse_cents AS paye, d.nb_participants AS jeunes
      FROM dossier d JOIN campagne c ON c.id = d.campagne_id JOIN structure s ON s.id = d.structure_id
        LEFT JOIN territoire_commune tc ON tc.code_insee = s.code_insee LEFT JOIN territoire t ON t.id = tc.territoire_id
        LEFT JOIN decision z ON z.dossier_id = d.id AND z.verse_cents > 0
        LEFT JOIN proposition y ON y.dossier_id = d.id AND y.remplacee_le IS NULL
      WHERE ${deposesSql(perimetre)})
    SELECT CASE WHEN grouping(campagne) = 0 THEN 'campagne' WHEN grouping(dispositif) = 0 THEN 'dispositif' WHEN grouping(etat) = 0 THEN 'etat'
        WHEN grouping(genre) = 0 THEN 'genre' WHEN grouping(territoire) = 0 THEN 'territoire' WHEN grouping(pays) = 0 THEN 'pays' ELSE 'mois' END AS coupe,
      coalesce(campagne, dispositif, etat, genre, territoire, pays, mois) AS cle,
      count(*)::int AS nombre,
      sum(demande)::bigint AS "demandeCents",
      coalesce(sum(demande) FILTER (WHERE etat0 = ANY(${[...ETATS_EN_JEU]})), 0)::bigint AS "enJeuCents",
      coalesce(sum(demande) FILTER (WHERE etat0 = ANY(${[...PRESENTABLES]})), 0)::bigint AS "completCents",
      (count(*) FILTER (WHERE etat0 = ANY(${[...PRESENTABLES]})))::int AS complets,
      coalesce(sum(propose), 0)::bigint AS "proposeCents",
      coalesce(sum(vote), 0)::bigint AS "voteCents",
      coalesce(sum(engage), 0)::bigint AS "engageCents",
      coalesce(sum(paye), 0)::bigint AS "payeCents",
      coalesce(sum(jeunes), 0)::int AS jeunes,
      coalesce(sum(demande) FILTER (WHERE jeunes > 0), 0)::bigint AS "demandeAvecJeunesCents",
      coalesce(sum(jeunes) FILTER (WHERE vote > 0), 0)::int AS "jeunesVotes",
      coalesce(sum(vote) FILTER (WHERE vote > 0 AND jeunes > 0), 0)::bigint AS "voteAvecJeunesCents"
    FROM (SELECT x.*, x.etat AS etat0 FROM x) x
    GROUP BY GROUPING SETS ((campagne), (dispositif), (etat), (genre), (territoire), (pays), (mois))`
  return { agregats, enveloppes: await enveloppes(tx, perimetre) }
}

/** The campagnes of a rapport, those without a dossier too. */
const enveloppes = async (tx: Tx, { campagneCode }: Perimetre): Promise<Enveloppe[]> =>
  (
    await tx.campagne.findMany({
      where: campagneCode ? { code: campagneCode } : {},
      select: { code: true, libelle: true, enveloppeCents: true },
      orderBy: { code: 'asc' },
    })
  ).map(({ code, ...reste }) => ({ campagne: code, ...reste }))
