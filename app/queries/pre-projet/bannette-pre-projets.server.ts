import { z } from 'zod'
import { VUES_PRE_PROJETS } from '#domain/pre-projet/vues'
import { type Db, lire } from '#infra/db'
import { memoireDe } from '#infra/memoire'
import { Prisma } from '#prisma'
import {
  type ComptesPreProjets,
  compteursPreProjets,
  CONDITION_DE_VUE,
} from '#queries/pre-projet/compteurs-pre-projets'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { sansChaqueFiltre, sqlDe } from '#queries/bannette/filtres-bannette'
import { toutes } from '#queries/bannette/recherche'
import { filtresPreProjets, LECTURE_FILTRES_PRE_PROJETS } from '#queries/pre-projet/filtres-pre-projets'

/** What the grid may ask. An unknown column, size, state or day falls back to the default; it never reaches the database. */
export const BannettePreProjetsParams = z.object({
  page: PARAMETRES_COMMUNS.page,
  size: PARAMETRES_COMMUNS.size,
  dir: PARAMETRES_COMMUNS.dir,
  vue: z.enum(VUES_PRE_PROJETS).catch('tous'),
  sort: z.enum(['recuLe', 'structure', 'montant']).optional().catch(undefined),
  ...LECTURE_FILTRES_PRE_PROJETS,
})

export type BannettePreProjetsParams = z.infer<typeof BannettePreProjetsParams>

/** Each order names an index; the id breaks ties so that pages never overlap. */
export const COLONNES_PRE_PROJETS: Record<NonNullable<BannettePreProjetsParams['sort']>, Prisma.Sql> = {
  recuLe: Prisma.sql`p.recu_le`,
  structure: Prisma.sql`plier(p.structure_nom)`,
  montant: Prisma.sql`p.montant_souhaite_cents`,
}

const ATTENDENT: readonly string[] = ['a-traiter', 'en-retard', 'a-retravailler']

/** Without a choice: where somebody waits for an answer, the one who has waited longest; elsewhere, the newest. */
export const triPreProjets = ({ sort, dir, vue }: Pick<BannettePreProjetsParams, 'sort' | 'dir' | 'vue'>) => ({
  sort: sort ?? ('recuLe' as const),
  dir: dir ?? (sort || ATTENDENT.includes(vue) ? ('asc' as const) : ('desc' as const)),
})

function ordre(params: BannettePreProjetsParams): Prisma.Sql {
  const { sort, dir } = triPreProjets(params)
  const sens = dir === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const fin = sort === 'montant' && dir === 'desc' ? Prisma.sql`NULLS LAST` : Prisma.empty
  return Prisma.sql`${COLONNES_PRE_PROJETS[sort]} ${sens} ${fin}, p.id ${sens}`
}

/** The values of a line, in the order of #domain/pre-projet/ligne-bannette. */
const LIGNE = Prisma.sql`json_build_array(p.id, p.titre, p.structure_nom, p.commune, p.pays, p.ville, p.etat, p.avis,
  (extract(epoch FROM p.recu_le) * 1000)::bigint, p.hors_delai, p.nb_jeunes, p.montant_souhaite_cents::text, p.a_relire, p.contact_courriel, c.code)`

type Lecture = { where: Prisma.Sql; ordre: Prisma.Sql; size: number; page: number }

/** One page of fiches as one text, with the revision of the facts it shows and that of the menus: one round trip. */
async function pagePreProjets(db: Db, { where, ordre: par, size, page }: Lecture) {
  const [lue] = await lire<{ lignes: string; revision: string; menus: string }>(
    db,
    Prisma.sql`WITH choisies AS MATERIALIZED (
      SELECT p.id, row_number() OVER (ORDER BY ${par}) AS rang FROM pre_projet p WHERE ${where} ORDER BY ${par} LIMIT ${size} OFFSET ${page * size})
    SELECT coalesce(json_agg(${LIGNE} ORDER BY x.rang), '[]')::text AS lignes, revision_de('pre_projet') AS revision, revision_de('menus') AS menus
    FROM choisies x JOIN pre_projet p ON p.id = x.id LEFT JOIN campagne c ON c.id = p.campagne_id`,
    { plan: 'chaque fois' },
  )
  if (!lue) throw new Error('an aggregate without GROUP BY gives one row')
  return lue
}

/** Narrowings whose counters are remembered at once. */
const RETRECISSEMENTS_MAX = 200

/**
 * One page of the bannette and what every tab holds under the same filters. A page after the last one is the last one. `moi` is the agent who looks. `lignes`
 * is read by #domain/pre-projet/ligne-bannette; the counters are asked for only when something was written since they were.
 */
export async function bannettePreProjets(db: Db, params: BannettePreProjetsParams, moi: string) {
  const filtres = filtresPreProjets(params, moi)
  const { vue, size } = params
  const lecture = { where: toutes([CONDITION_DE_VUE[vue], ...sqlDe(filtres)]), ordre: ordre(params), size }
  const memoire = memoireDe<ComptesPreProjets>(db, 'bannette-pre-projets', RETRECISSEMENTS_MAX)
  const cle = JSON.stringify(filtres.map(({ nom, valeur }) => [nom, valeur]))
  const compter = async () => {
    const { revision, ...comptes } = await compteursPreProjets(db, sqlDe(filtres))
    memoire.garder(cle, revision, comptes)
    return comptes
  }
  const connue = memoire.voir(cle)
  const [demandee, neufs] = await Promise.all([
    pagePreProjets(db, { ...lecture, page: params.page }),
    connue ? null : compter(),
  ])
  const compteurs = neufs ?? memoire.lire(cle, demandee.revision) ?? (await compter())
  const total = compteurs[vue]
  const page = Math.min(params.page, Math.max(0, Math.ceil(total / size) - 1))
  const { lignes, menus } = page === params.page ? demandee : await pagePreProjets(db, { ...lecture, page })
  const sans =
    total > 0
      ? []
      : await sansChaqueFiltre(filtres, async (autres) => (await compteursPreProjets(db, sqlDe(autres)))[vue])
  return { lignes, menus: await menusBannette(db, menus), total, page, compteurs, sans }
}
