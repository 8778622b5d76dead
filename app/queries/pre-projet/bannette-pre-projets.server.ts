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

/** The fiches of a page: those it was made of while the facts were the same, or the ones that answer, in this order. */
type Choix = { ids: readonly string[] } | { where: Prisma.Sql; ordre: Prisma.Sql; size: number; page: number }

const idsSql = (choix: Choix): Prisma.Sql =>
  'ids' in choix
    ? Prisma.sql`SELECT u.id, u.rang FROM unnest(${[...choix.ids]}::uuid[]) WITH ORDINALITY AS u (id, rang)`
    : Prisma.sql`SELECT p.id, row_number() OVER (ORDER BY ${choix.ordre}) AS rang FROM pre_projet p WHERE ${choix.where}
        ORDER BY ${choix.ordre} LIMIT ${choix.size} OFFSET ${choix.page * choix.size}`

/** One page of fiches as one text and its ids, with the revision of the facts it shows and that of the menus: one round trip. */
async function pagePreProjets(db: Db, choix: Choix) {
  const [lue] = await lire<{ lignes: string; ids: string[]; revision: string; menus: string }>(
    db,
    Prisma.sql`WITH choisies AS MATERIALIZED (${idsSql(choix)})
    SELECT coalesce(json_agg(${LIGNE} ORDER BY x.rang), '[]')::text AS lignes, coalesce(array_agg(p.id::text ORDER BY x.rang), '{}') AS ids,
      revision_de('pre_projet') AS revision, revision_de('menus') AS menus
    FROM choisies x JOIN pre_projet p ON p.id = x.id LEFT JOIN campagne c ON c.id = p.campagne_id`,
    { plan: 'ids' in choix ? 'garde' : 'chaque fois' },
  )
  if (!lue) throw new Error('an aggregate without GROUP BY gives one row')
  return lue
}

/** A page as it is given: its menus stand beside it. */
const avecMenus = async (db: Db, { lignes, menus }: { lignes: string; menus: string }) => ({
  lignes,
  menus: await menusBannette(db, menus),
})

/** What was worked out for one narrowing of the bannette: what each tab holds, and the fiches of the pages already seen. */
type RepereFiches = { compteurs: ComptesPreProjets; pages: ReadonlyMap<string, readonly string[]> }

/** Narrowings that are remembered at once, and pages of each. */
const RETRECISSEMENTS_MAX = 200
const PAGES_MAX = 20

/**
 * One page of the bannette and what every tab holds under the same filters. A page after the last one is the last one. `moi` is the agent who looks. `lignes`
 * is read by #domain/pre-projet/ligne-bannette. What was worked out is asked for again only when something was written since.
 */
export async function bannettePreProjets(db: Db, params: BannettePreProjetsParams, moi: string) {
  const filtres = filtresPreProjets(params, moi)
  const { vue, size } = params
  const { sort, dir } = triPreProjets(params)
  const choix = { where: toutes([CONDITION_DE_VUE[vue], ...sqlDe(filtres)]), ordre: ordre(params), size }
  const memoire = memoireDe<RepereFiches>(db, 'bannette-pre-projets', RETRECISSEMENTS_MAX)
  const cle = JSON.stringify(filtres.map(({ nom, valeur }) => [nom, valeur]))
  const nomDePage = (page: number) => `${vue} ${sort} ${dir} ${size} ${page}`

  const connue = memoire.voir(cle)
  const ids = connue?.valeur.pages.get(nomDePage(params.page))
  if (connue && ids) {
    const lue = await pagePreProjets(db, { ids })
    const { compteurs } = connue.valeur
    if (lue.revision === connue.revision)
      return { ...(await avecMenus(db, lue)), total: compteurs[vue], page: params.page, compteurs, sans: [] }
  }

  const [{ revision, ...compteurs }, demandee] = await Promise.all([
    compteursPreProjets(db, sqlDe(filtres)),
    pagePreProjets(db, { ...choix, page: params.page }),
  ])
  const total = compteurs[vue]
  const page = Math.min(params.page, Math.max(0, Math.ceil(total / size) - 1))
  const lue = page === params.page ? demandee : await pagePreProjets(db, { ...choix, page })
  if (lue.revision === revision && lue.ids.length > 0) {
    const pages = new Map(connue?.revision === revision ? connue.valeur.pages : []).set(nomDePage(page), lue.ids)
    memoire.garder(cle, revision, { compteurs, pages: new Map([...pages].slice(-PAGES_MAX)) })
  }
  const sans =
    total > 0
      ? []
      : await sansChaqueFiltre(filtres, async (autres) => (await compteursPreProjets(db, sqlDe(autres)))[vue])
  return { ...(await avecMenus(db, lue)), total, page, compteurs, sans }
}
