import { VUES_PRE_PROJETS, type VuePreProjets } from '#domain/pre-projet/vues'
import type { Db } from '#infra/db'
import { Prisma } from '#prisma'
import { toutes } from '#queries/bannette/recherche'

/** What each tab holds, on a fiche `p`. Late: received after the last day of help, and nobody has answered yet. */
export const CONDITION_DE_VUE: Record<VuePreProjets, Prisma.Sql> = {
  'a-traiter': Prisma.sql`p.etat = 'A_TRAITER'`,
  'en-retard': Prisma.sql`(p.etat = 'A_TRAITER' AND p.hors_delai)`,
  'a-retravailler': Prisma.sql`p.etat = 'A_RETRAVAILLER'`,
  'avis-rendus': Prisma.sql`p.etat = 'AVIS_RENDU'`,
  tous: Prisma.sql`true`,
}

/** How many fiches each tab holds under the other filters, in one pass. */
export async function compteursPreProjets(
  db: Db,
  conditions: readonly Prisma.Sql[],
): Promise<Record<VuePreProjets, number>> {
  const colonnes = VUES_PRE_PROJETS.map(
    (vue) => Prisma.sql`count(*) FILTER (WHERE ${CONDITION_DE_VUE[vue]})::int AS ${Prisma.raw(`"${vue}"`)}`,
  )
  const [ligne] = await db.$queryRaw<Record<VuePreProjets, number>[]>`
    SELECT ${Prisma.join(colonnes)} FROM pre_projet p WHERE ${toutes(conditions)}`
  if (!ligne) throw new Error('a count without GROUP BY gives one row')
  return ligne
}
