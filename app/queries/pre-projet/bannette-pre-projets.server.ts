import { z } from 'zod'
import { VUES_PRE_PROJETS } from '#domain/pre-projet/vues'
import type { Db } from '#infra/db'
import { Prisma } from '#prisma'
import { compteursPreProjets, CONDITION_DE_VUE } from '#queries/pre-projet/compteurs-pre-projets'
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

const LIGNE = {
  id: true,
  titre: true,
  structureNom: true,
  commune: true,
  genre: true,
  pays: true,
  ville: true,
  etat: true,
  avis: true,
  recuLe: true,
  horsDelai: true,
  nbJeunes: true,
  montantSouhaiteCents: true,
  aRelire: true,
  contactCourriel: true,
  campagne: { select: { code: true } },
  agent: { select: { prenom: true, nom: true } },
} as const satisfies Prisma.PreProjetSelect

/** One page of the bannette and what every tab holds under the same filters. A page after the last one is the last one. `moi` is the agent who looks. */
export async function bannettePreProjets(db: Db, params: BannettePreProjetsParams, moi: string) {
  const filtres = filtresPreProjets(params, moi)
  const where = toutes([CONDITION_DE_VUE[params.vue], ...sqlDe(filtres)])
  const idsDe = (page: number) => db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM pre_projet p WHERE ${where} ORDER BY ${ordre(params)} LIMIT ${params.size} OFFSET ${page * params.size}`
  const [compteurs, demandes] = await Promise.all([compteursPreProjets(db, sqlDe(filtres)), idsDe(params.page)])
  const total = compteurs[params.vue]
  const page = Math.min(params.page, Math.max(0, Math.ceil(total / params.size) - 1))
  const ids = page === params.page ? demandes : await idsDe(page)
  const rows = await db.preProjet.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, select: LIGNE })
  const parId = new Map(rows.map((row) => [row.id, row]))
  const sans =
    total > 0
      ? []
      : await sansChaqueFiltre(filtres, async (autres) => (await compteursPreProjets(db, sqlDe(autres)))[params.vue])
  return { rows: ids.flatMap(({ id }) => parId.get(id) ?? []), total, page, compteurs, sans }
}
