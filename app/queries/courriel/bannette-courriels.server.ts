import { z } from 'zod'
import { ETATS_COURRIEL, MODELES, type EtatCourriel } from '#domain/courriel/courriel'
import type { FiltreCourriels } from '#domain/courriel/filtres'
import { type Db, lire } from '#infra/db'
import { etatDit } from '#libelles/courriel/etat-dit'
import { Prisma } from '#prisma'
import { filtresPoses, type FiltresSql, sqlDe } from '#queries/bannette/filtres-bannette'
import { toutes } from '#queries/bannette/recherche'

/** How the address says each filter; a search is cut at 200 characters. */
const LECTURE_FILTRES_COURRIELS = {
  etat: z.enum(ETATS_COURRIEL).optional().catch(undefined),
  modele: z.enum(MODELES).optional().catch(undefined),
  suite: z.enum(['a-voir']).optional().catch(undefined),
  q: z
    .string()
    .catch('')
    .transform((q) => q.trim().slice(0, 200)),
} as const satisfies Record<FiltreCourriels, z.ZodType>

/** What the grid may ask. Anything unknown falls back to the default. */
export const BannetteCourrielsParams = z.object({
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(25), z.literal(50), z.literal(100)]))
    .catch(25),
  sort: z.enum(['creeLe', 'envoyeLe', 'destinataire', 'sujet']).catch('creeLe'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  ...LECTURE_FILTRES_COURRIELS,
})

export type BannetteCourrielsQuery = z.infer<typeof BannetteCourrielsParams>

const contient = (colonne: Prisma.Sql, q: string) => Prisma.sql`${colonne} ILIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`

/** What each filter asks of a mail `c`. A search looks at the recipient, the subject and the number of the dossier. */
const FILTRES: FiltresSql<FiltreCourriels, BannetteCourrielsQuery> = {
  etat: (etat) => Prisma.sql`c.etat = ${etat}::"EtatCourriel"`,
  modele: (modele) => Prisma.sql`c.modele = ${modele}`,
  // Each part has an index of its own, which holds little.
  suite: () => Prisma.sql`(c.etat IN ('ECHEC', 'RETENU') OR (c.etat = 'NON_REMIS' AND c.regle_le IS NULL))`,
  q: (q) =>
    Prisma.sql`(${Prisma.join(
      [
        contient(Prisma.sql`c.destinataire`, q),
        contient(Prisma.sql`c.destinataire_nom`, q),
        contient(Prisma.sql`c.sujet`, q),
        Prisma.sql`c.dossier_id = ANY (ARRAY(SELECT d.id FROM dossier d WHERE ${contient(Prisma.sql`d.numero`, q)}))`,
      ],
      ' OR ',
    )})`,
}

const COLONNES: Record<BannetteCourrielsQuery['sort'], Prisma.Sql> = {
  creeLe: Prisma.sql`c.cree_le`,
  envoyeLe: Prisma.sql`c.envoye_le`,
  destinataire: Prisma.sql`c.destinataire`,
  sujet: Prisma.sql`c.sujet`,
}

type Lue = Parameters<typeof etatDit>[0] & {
  id: string
  modele: string
  destinataire: string
  destinataireNom: string
  sujet: string
  mentionRetour: string | null
  creeLe: Date
  envoyeLe: Date | null
  remisAuServeurLe: Date | null
  version: number
  preProjetId: string | null
  dossierId: string | null
  numero: string | null
}

/** The rows of a page, in one reading: the ids come from an index alone, only they are read whole. */
const pageDe = ({ sort, dir, size, page }: BannetteCourrielsQuery, conditions: readonly Prisma.Sql[]) => {
  const sens = dir === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const ordre = Prisma.sql`${COLONNES[sort]} ${sens}, c.id ${sens}`
  const saut = page > 0 ? Prisma.sql`OFFSET ${page * size}` : Prisma.empty
  // Written out: a plan made without knowing how few rows are wanted would be dearer than planning each time.
  return Prisma.sql`WITH p AS MATERIALIZED (
      SELECT c.id FROM courriel c WHERE ${toutes(conditions)} ORDER BY ${ordre} LIMIT ${Prisma.raw(String(size))} ${saut})
    SELECT c.id, c.modele, c.destinataire, c.destinataire_nom AS "destinataireNom", c.sujet, c.etat::text AS etat, c.tentatives, c.cause, c.erreur,
      c.mention_retour AS "mentionRetour", c.motif_retenue AS "motifRetenue", c.cree_le AS "creeLe", c.envoye_le AS "envoyeLe",
      c.remis_au_serveur_le AS "remisAuServeurLe",
      c.partir_le AS "partirLe", c.attend_depuis AS "attendDepuis", c.attend_tour_depuis AS "attendTourDepuis", c.version, c.pre_projet_id AS "preProjetId", c.dossier_id AS "dossierId", d.numero
    FROM p JOIN courriel c ON c.id = p.id LEFT JOIN dossier d ON d.id = c.dossier_id ORDER BY ${ordre}`
}

/** Under a search, or among those in trouble, the mails are counted; else the kept counts say it, each état and modèle apart. */
const comptesDe = ({ modele, suite, q }: BannetteCourrielsQuery, conditions: readonly Prisma.Sql[]) =>
  q === '' && !suite
    ? Prisma.sql`SELECT valeurs[1] AS etat, sum(nombre)::int AS nombre FROM compte
        WHERE objet = 'courriel' AND ${modele ? Prisma.sql`valeurs[2] = ${modele}` : Prisma.sql`true`} GROUP BY 1`
    : Prisma.sql`SELECT c.etat::text AS etat, count(*)::int AS nombre FROM courriel c WHERE ${toutes(conditions)} GROUP BY 1`

/** One page of the mails written by the application, newest first; `compteurs` counts each état under the other filters. */
export async function bannetteCourriels(db: Db, query: BannetteCourrielsQuery) {
  const poses = filtresPoses(FILTRES, query)
  const [lus, groupes] = await Promise.all([
    lire<Lue>(db, pageDe(query, sqlDe(poses)), { plan: query.q === '' && query.page === 0 ? 'garde' : 'chaque fois' }),
    lire<{ etat: EtatCourriel; nombre: number }>(
      db,
      comptesDe(query, sqlDe(poses.filter(({ nom }) => nom !== 'etat'))),
    ),
  ])
  const rows = lus.map(
    ({
      cause,
      erreur,
      tentatives,
      motifRetenue,
      partirLe,
      attendDepuis,
      attendTourDepuis,
      numero,
      dossierId,
      ...ligne
    }) => ({
      ...ligne,
      dossier: dossierId === null ? null : { numero },
      dit: etatDit({
        etat: ligne.etat,
        cause,
        erreur,
        tentatives,
        motifRetenue,
        partirLe,
        attendDepuis,
        attendTourDepuis,
      }),
    }),
  )
  const compteurs = Object.fromEntries(
    ETATS_COURRIEL.map((etat) => [etat, groupes.find((groupe) => groupe.etat === etat)?.nombre ?? 0]),
  ) as Record<EtatCourriel, number>
  const total = query.etat ? compteurs[query.etat] : Object.values(compteurs).reduce((somme, n) => somme + n, 0)
  return { rows, total, compteurs }
}
