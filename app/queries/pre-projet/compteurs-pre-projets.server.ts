import { VUES_PRE_PROJETS, type VuePreProjets } from '#domain/pre-projet/vues'
import { type Db, lire } from '#infra/db'
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

/** The same, on what the kept counts say of many: `c.valeurs` is their state, and whether they came late. */
const CONDITION_DE_COMPTE: Record<VuePreProjets, Prisma.Sql> = {
  'a-traiter': Prisma.sql`c.valeurs[1] = 'A_TRAITER'`,
  'en-retard': Prisma.sql`(c.valeurs[1] = 'A_TRAITER' AND c.valeurs[2] = 'true')`,
  'a-retravailler': Prisma.sql`c.valeurs[1] = 'A_RETRAVAILLER'`,
  'avis-rendus': Prisma.sql`c.valeurs[1] = 'AVIS_RENDU'`,
  tous: Prisma.sql`true`,
}

const nomme = (vue: VuePreProjets) => Prisma.raw(`"${vue}"`)

export type ComptesPreProjets = Record<VuePreProjets, number>

/** How many fiches each tab holds under the other filters, and the revision of the facts that says so: kept counts where there is no filter, one pass where there is. */
export async function compteursPreProjets(
  db: Db,
  conditions: readonly Prisma.Sql[],
): Promise<ComptesPreProjets & { revision: string }> {
  const requete =
    conditions.length === 0
      ? Prisma.sql`SELECT ${Prisma.join(
          VUES_PRE_PROJETS.map(
            (vue) =>
              Prisma.sql`coalesce(sum(c.nombre) FILTER (WHERE ${CONDITION_DE_COMPTE[vue]}), 0)::int AS ${nomme(vue)}`,
          ),
        )}, revision_de('pre_projet') AS revision FROM compte c WHERE c.objet = 'pre_projet'`
      : Prisma.sql`SELECT ${Prisma.join(
          VUES_PRE_PROJETS.map(
            (vue) => Prisma.sql`count(*) FILTER (WHERE ${CONDITION_DE_VUE[vue]})::int AS ${nomme(vue)}`,
          ),
        )}, revision_de('pre_projet') AS revision FROM pre_projet p WHERE ${toutes(conditions)}`
  const [ligne] = await lire<ComptesPreProjets & { revision: string }>(db, requete)
  if (!ligne) throw new Error('a count without GROUP BY gives one row')
  return ligne
}
