import { JOURS_ALERTE } from '#domain/dossier/delais'
import { EN_CONTROLE, EN_COURS, ETATS, estDecide, suite, type Etat } from '#domain/dossier/etat'
import { VUES_DOSSIERS, type VueDossiers } from '#domain/dossier/vues'
import { addDays, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { Prisma } from '#prisma'
import { toutes } from '#queries/bannette/recherche'

const parmi = (etats: readonly Etat[]) =>
  Prisma.sql`d.etat IN (${Prisma.join(etats.map((etat) => Prisma.sql`${etat}::"EtatDossier"`))})`

const DECIDES = ETATS.filter(estDecide)
const DECIDABLES = ETATS.filter((etat) => suite(etat, 'accorder'))

/**
 * What each tab holds, on a dossier `d`. To control: nobody has looked yet, or pièces came in since. Near its implicit rejection:
 * also what has passed it without a decision, until somebody closes it.
 */
export function conditionDeVue(vue: VueDossiers, now: Date): Prisma.Sql {
  switch (vue) {
    case 'nouveaux':
      return Prisma.sql`(${parmi(['DEPOSE'])} AND d.agent_id IS NULL)`
    case 'a-controler':
      return Prisma.sql`(${parmi(['DEPOSE'])} OR (${parmi(EN_CONTROLE)} AND d.nb_a_controler > 0))`
    case 'incomplets':
      return parmi(['INCOMPLET'])
    case 'attente':
      return Prisma.sql`d.complement_limite >= ${jourDeParis(now)}::date`
    case 'delai-depasse':
      return Prisma.sql`d.complement_limite < ${jourDeParis(now)}::date`
    case 'complets':
      return parmi(['COMPLET'])
    case 'rejet-proche':
      return Prisma.sql`(${parmi(EN_COURS)} AND d.rejet_implicite_le <= ${addDays(jourDeParis(now), JOURS_ALERTE)}::date)`
    case 'deverrouilles':
      return Prisma.sql`d.id IN (
        SELECT dossier_id FROM deverrouillage WHERE referme_le IS NULL AND echeance > ${now}
        UNION ALL SELECT dossier_id FROM demande_deverrouillage WHERE etat = 'EN_ATTENTE'
        UNION ALL SELECT dossier_id FROM modification WHERE etat IN ('EN_COURS', 'REDEPOSEE'))`
    case 'a-decider':
      return parmi(DECIDABLES)
    case 'decides':
      return parmi(DECIDES)
    case 'tous':
      return parmi(ETATS.filter((etat) => etat !== 'BROUILLON'))
  }
}

/** How many dossiers each tab holds under the other filters, in one pass over one index. */
export async function compteursDossiers(
  db: Db,
  conditions: readonly Prisma.Sql[],
  now: Date,
): Promise<Record<VueDossiers, number>> {
  const colonnes = VUES_DOSSIERS.map(
    (vue) => Prisma.sql`count(*) FILTER (WHERE ${conditionDeVue(vue, now)})::int AS ${Prisma.raw(`"${vue}"`)}`,
  )
  const [ligne] = await db.$queryRaw<Record<VueDossiers, number>[]>`
    SELECT ${Prisma.join(colonnes)} FROM dossier d WHERE ${toutes(conditions)}`
  if (!ligne) throw new Error('a count without GROUP BY gives one row')
  return ligne
}
