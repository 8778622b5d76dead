import { z } from 'zod'
import { AVIS } from '#domain/pre-projet/avis'
import { ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import { FILS } from '#domain/fil-rouge/fil-rouge'
import { VUES_PRE_PROJETS } from '#domain/pre-projet/vues'
import { GENRES } from '#domain/structure/genre'
import { debutDeJournee, finDeJournee } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { Prisma } from '#prisma'
import { compteursPreProjets, CONDITION_DE_VUE } from '#queries/pre-projet/compteurs-pre-projets'
import { conditionDeFil } from '#queries/fil-rouge/condition-de-fil'
import { PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { contientMots, type Filtre, sansChaqueFiltre, sqlDe, toutes } from '#queries/bannette/recherche'

/** What the grid may ask. An unknown column, size, state or day falls back to the default; it never reaches the database. */
export const BannettePreProjetsParams = z.object({
  ...PARAMETRES_COMMUNS,
  vue: z.enum(VUES_PRE_PROJETS).catch('tous'),
  sort: z.enum(['recuLe', 'structure', 'montant']).optional().catch(undefined),
  etat: z.enum(ETATS_PRE_PROJET).optional().catch(undefined),
  genre: z.enum(GENRES).optional().catch(undefined),
  avis: z.enum(AVIS).optional().catch(undefined),
  horsDelai: z.enum(['oui', 'non']).optional().catch(undefined),
  fil: z.enum(FILS).optional().catch(undefined),
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

/** Every filter but the tab. Days are days in Paris. */
export function filtresPreProjets(params: BannettePreProjetsParams): Filtre[] {
  const { campagne, genre, etat, avis, horsDelai, fil, depuis, jusqua, q } = params
  return [
    ...(campagne
      ? [{ nom: 'campagne', sql: Prisma.sql`p.campagne_id = (SELECT id FROM campagne WHERE code = ${campagne})` }]
      : []),
    ...(genre ? [{ nom: 'genre', sql: Prisma.sql`p.genre = ${genre}` }] : []),
    ...(etat ? [{ nom: 'etat', sql: Prisma.sql`p.etat = ${etat}::"EtatPreProjet"` }] : []),
    ...(avis ? [{ nom: 'avis', sql: Prisma.sql`p.avis = ${avis}::"AvisPreProjet"` }] : []),
    ...(horsDelai ? [{ nom: 'horsDelai', sql: Prisma.sql`p.hors_delai = ${horsDelai === 'oui'}` }] : []),
    ...(fil ? [{ nom: 'fil', sql: conditionDeFil(fil, Prisma.sql`r.pre_projet_id = p.id`) }] : []),
    ...(depuis ? [{ nom: 'depuis', sql: Prisma.sql`p.recu_le >= ${debutDeJournee(depuis)}` }] : []),
    ...(jusqua ? [{ nom: 'jusqua', sql: Prisma.sql`p.recu_le <= ${finDeJournee(jusqua)}` }] : []),
    ...contientMots(Prisma.sql`p.recherche`, q).map((sql) => ({ nom: 'q', sql })),
  ]
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

/** One page of the bannette and what every tab holds under the same filters. A page after the last one is the last one. */
export async function bannettePreProjets(db: Db, params: BannettePreProjetsParams) {
  const filtres = filtresPreProjets(params)
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
      : await sansChaqueFiltre(filtres, async (autres) => (await compteursPreProjets(db, autres))[params.vue])
  return { rows: ids.flatMap(({ id }) => parId.get(id) ?? []), total, page, compteurs, sans }
}
