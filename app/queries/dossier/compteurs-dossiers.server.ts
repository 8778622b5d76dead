import { JOURS_ALERTE } from '#domain/dossier/delais'
import { EN_CONTROLE, EN_COURS, ETATS, estDecide, suite, type Etat } from '#domain/dossier/etat'
import type { FiltreDossiers } from '#domain/dossier/filtres'
import { VUES_DOSSIERS, type VueDossiers } from '#domain/dossier/vues'
import { addDays, jourDeParis } from '#domain/temps/jour'
import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'
import { type FiltrePose, sqlDe } from '#queries/bannette/filtres-bannette'
import { toutes } from '#queries/bannette/recherche'
import { comptesDeFiltres } from '#queries/dossier/filtres-dossiers'

/** What a tab looks at in a dossier, or in what `dossier_compte` says of many. */
type Faits = { etat: Prisma.Sql; libre: Prisma.Sql; aControler: Prisma.Sql; aVerifier: Prisma.Sql }

const DU_DOSSIER: Faits = {
  etat: Prisma.sql`d.etat`,
  libre: Prisma.sql`d.agent_id IS NULL`,
  aControler: Prisma.sql`d.nb_a_controler > 0`,
  aVerifier: Prisma.sql`d.recevabilite = 'A_VERIFIER'`,
}
const DU_COMPTE: Faits = {
  etat: Prisma.sql`c.etat`,
  libre: Prisma.sql`c.libre`,
  aControler: Prisma.sql`c.a_controler`,
  aVerifier: Prisma.sql`c.a_verifier`,
}

/** Written out, not passed: an index that holds some states only is used where the statement names them. */
const parmi = (etat: Prisma.Sql, etats: readonly Etat[]) =>
  Prisma.sql`${etat} IN (${Prisma.raw(etats.map((un) => `'${un}'`).join(', '))})`

const DECIDES = ETATS.filter(estDecide)
const DECIDABLES = ETATS.filter((etat) => suite(etat, 'accorder'))

/** The tabs that change with the day, without anything being written: they are counted among what has a clock that runs. */
const VUES_DU_JOUR = ['attente', 'delai-depasse', 'rejet-proche', 'deverrouilles'] as const
type VueDuJour = (typeof VUES_DU_JOUR)[number]
type VueStable = Exclude<VueDossiers, VueDuJour>

const estDuJour = (vue: VueDossiers): vue is VueDuJour => VUES_DU_JOUR.some((une) => une === vue)

function conditionStable(vue: VueStable, { etat, libre, aControler, aVerifier }: Faits): Prisma.Sql {
  switch (vue) {
    case 'nouveaux':
      return Prisma.sql`(${parmi(etat, ['DEPOSE'])} AND ${libre})`
    case 'a-controler':
      return Prisma.sql`(${parmi(etat, ['DEPOSE'])} OR (${parmi(etat, EN_CONTROLE)} AND ${aControler}))`
    case 'a-verifier':
      return Prisma.sql`(${parmi(etat, EN_COURS)} AND ${aVerifier})`
    case 'incomplets':
      return parmi(etat, ['INCOMPLET'])
    case 'complets':
      return parmi(etat, ['COMPLET'])
    case 'a-decider':
      return parmi(etat, DECIDABLES)
    case 'decides':
      return parmi(etat, DECIDES)
    case 'tous':
      return Prisma.sql`${etat} <> 'BROUILLON'`
  }
}

function conditionDuJour(vue: VueDuJour, now: Date): Prisma.Sql {
  switch (vue) {
    case 'attente':
      return Prisma.sql`d.complement_limite >= ${jourDeParis(now)}::date`
    case 'delai-depasse':
      return Prisma.sql`d.complement_limite < ${jourDeParis(now)}::date`
    case 'rejet-proche':
      return Prisma.sql`(${parmi(DU_DOSSIER.etat, EN_COURS)} AND d.rejet_implicite_le <= ${addDays(jourDeParis(now), JOURS_ALERTE)}::date)`
    case 'deverrouilles':
      return Prisma.sql`d.id IN (
        SELECT dossier_id FROM deverrouillage WHERE referme_le IS NULL AND echeance > ${now}
        UNION ALL SELECT dossier_id FROM demande_deverrouillage WHERE etat = 'EN_ATTENTE'
        UNION ALL SELECT dossier_id FROM modification WHERE etat IN ('EN_COURS', 'REDEPOSEE'))`
  }
}

/**
 * What each tab holds, on a dossier `d`. To control: nobody has looked yet, or pièces came in since. Near its implicit rejection:
 * also what has passed it without a decision, until somebody closes it.
 */
export const conditionDeVue = (vue: VueDossiers, now: Date): Prisma.Sql =>
  estDuJour(vue) ? conditionDuJour(vue, now) : conditionStable(vue, DU_DOSSIER)

export type CompteursDossiers = Record<VueDossiers, number>

const nomme = (vue: VueDossiers) => Prisma.raw(`"${vue}"`)

/** Along the kept counts where they answer these filters; the tabs of the day, among what has a clock that runs. */
function parComptes(comptes: Prisma.Sql, filtres: readonly Prisma.Sql[], now: Date): Prisma.Sql {
  const stables = VUES_DOSSIERS.filter((vue): vue is VueStable => !estDuJour(vue)).map(
    (vue) =>
      Prisma.sql`coalesce(sum(c.nombre) FILTER (WHERE ${conditionStable(vue, DU_COMPTE)}), 0)::int AS ${nomme(vue)}`,
  )
  const duJour = VUES_DU_JOUR.map(
    (vue) =>
      Prisma.sql`(SELECT count(*)::int FROM dossier d WHERE ${toutes([conditionDuJour(vue, now), ...filtres])}) AS ${nomme(vue)}`,
  )
  return Prisma.sql`SELECT ${Prisma.join([...stables, ...duJour])} FROM dossier_compte c WHERE ${comptes}`
}

/** Among the dossiers themselves, in one pass over those that pass the filters. */
function parDossiers(filtres: readonly Prisma.Sql[], now: Date): Prisma.Sql {
  const colonnes = VUES_DOSSIERS.map(
    (vue) => Prisma.sql`count(*) FILTER (WHERE ${conditionDeVue(vue, now)})::int AS ${nomme(vue)}`,
  )
  return Prisma.sql`SELECT ${Prisma.join(colonnes)} FROM dossier d WHERE ${toutes(filtres)}`
}

/**
 * How many dossiers each tab holds under these filters, the revision of the facts counted, and until when nothing but an act changes them:
 * the next échéance of what is open, or null; the day is the caller's.
 */
export async function compteursDossiers(
  db: Db,
  filtres: readonly FiltrePose<FiltreDossiers>[],
  now: Date,
): Promise<{ compteurs: CompteursDossiers; revision: string; jusqua: Date | null }> {
  const comptes = comptesDeFiltres(filtres)
  const source = comptes ? parComptes(comptes, sqlDe(filtres), now) : parDossiers(sqlDe(filtres), now)
  const [ligne] = await lire<CompteursDossiers & { revision: string; jusqua: Date | null }>(
    db,
    Prisma.sql`SELECT n.*, revision_de('dossier') AS revision,
      (SELECT min(echeance) FROM deverrouillage WHERE referme_le IS NULL AND echeance > ${now}) AS jusqua FROM (${source}) n`,
    { plan: 'chaque fois' },
  )
  if (!ligne) throw new Error('a count without GROUP BY gives one row')
  const { revision, jusqua, ...compteurs } = ligne
  return { compteurs, revision, jusqua }
}
