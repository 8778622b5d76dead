import { JOURS_ALERTE } from '#domain/dossier/delais'
import { EN_CONTROLE, EN_COURS, ETATS, estDecide, suite, type Etat } from '#domain/dossier/etat'
import type { FiltreDossiers } from '#domain/dossier/filtres'
import { VUES_DOSSIERS, type VueDossiers } from '#domain/dossier/vues'
import { COURRIELS_A_REPRENDRE } from '#domain/notification-de-decision/suite-de-notification'
import { addDays, jourDeParis } from '#domain/temps/jour'
import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'
import { type FiltrePose, sqlDe } from '#queries/bannette/filtres-bannette'
import { toutes } from '#queries/bannette/recherche'
import { comptesDeFiltres } from '#queries/dossier/filtres-dossiers'

/** Who looks, and when: some tabs are of a person, some of a day. */
export type Regard = { moi: string; now: Date }

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

/** The tabs that change with the day, without anything being written, and those of a few: they are counted along short indexes of their own. */
const VUES_DU_JOUR = [
  'attente',
  'delai-depasse',
  'rejet-proche',
  'deverrouilles',
  'a-notifier',
  'conventions',
  'a-verser',
  'bilans-attendus',
  'bilans-en-retard',
  'bilans-a-examiner',
  'reversements-attendus',
] as const
type VueDuJour = (typeof VUES_DU_JOUR)[number]
/** Counted by what they are made of: what is in course but for what only the demandeur can move, and the part of one agent. */
type VueComposee = 'a-faire' | 'miens'
type VueStable = Exclude<VueDossiers, VueDuJour | VueComposee>

const estDuJour = (vue: VueDossiers): vue is VueDuJour => VUES_DU_JOUR.some((une) => une === vue)
const estStable = (vue: VueDossiers): vue is VueStable => !estDuJour(vue) && vue !== 'a-faire' && vue !== 'miens'

/** What an officer has to look at although the demandeur still has time to answer. */
const APPELLE = Prisma.sql`(d.nb_a_controler > 0 OR d.recevabilite = 'A_VERIFIER' OR d.id IN (
  SELECT dossier_id FROM demande_deverrouillage WHERE etat = 'EN_ATTENTE'
  UNION ALL SELECT dossier_id FROM modification WHERE etat = 'REDEPOSEE'))`

/** In course, and nothing to do until the demandeur answers or the day he was given has passed. */
const attendLeDemandeur = (now: Date) =>
  Prisma.sql`(${parmi(DU_DOSSIER.etat, EN_COURS)} AND d.complement_limite >= ${jourDeParis(now)}::date AND NOT ${APPELLE})`

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

/** Granted, so in force, and nothing paid yet; its solde is due once its bilan is in order, up to what is due by it; what waits for its convention is not to be paid. The predicate of `decision_a_verser_idx`. */
const A_VERSER = Prisma.sql`nature IN ('ACCORDE', 'ACCORDE_PARTIEL') AND verse_le IS NULL AND (NOT convention_requise OR convention_signee_le IS NOT NULL)`

/** Held or failed for a reason that is not its recipient's, and not told by post either. With the dossiers to be told by post and those whose vote is in force, all that #domain/notification-de-decision/suite-de-notification estANotifier says. The predicate of `courriel_decision_a_reprendre_idx`. */
const COURRIEL_A_REPRENDRE = Prisma.sql`c.etat IN (${Prisma.raw(COURRIELS_A_REPRENDRE.map((etat) => `'${etat}'`).join(', '))}) AND c.cle_unique LIKE 'decision/%'`

/** Still to come, or to come again. The predicate of `bilan_de_projet_attendu_idx`. */
const BILAN_ATTENDU = Prisma.sql`(recu_le IS NULL OR verdict = 'A_COMPLETER')`

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
    case 'a-notifier':
      return Prisma.sql`d.id IN (SELECT dossier_id FROM decision WHERE par_courrier_depuis IS NOT NULL
        UNION ALL SELECT c.dossier_id FROM courriel c JOIN decision x ON x.dossier_id = c.dossier_id
          WHERE ${COURRIEL_A_REPRENDRE} AND c.cle_unique = 'decision/' || x.id AND x.avec_courriel AND x.courrier_le IS NULL
        UNION ALL SELECT v.id FROM dossier v JOIN ligne_seance l ON l.dossier_id = v.id AND l.nature IS NOT NULL AND l.rouverte_le IS NULL
          JOIN deliberation b ON b.seance_id = l.seance_id WHERE v.etat = 'VOTE' AND b.executoire_le IS NOT NULL)`
    case 'conventions':
      return Prisma.sql`d.id IN (SELECT dossier_id FROM decision WHERE convention_requise AND convention_signee_le IS NULL)`
    case 'a-verser':
      return Prisma.sql`d.id IN (SELECT dossier_id FROM decision WHERE ${A_VERSER}
          AND id NOT IN (SELECT decision_id FROM bilan_de_projet WHERE verdict = 'CONFORME' AND du_cents = 0)
        UNION ALL SELECT x.dossier_id FROM decision x JOIN bilan_de_projet b ON b.decision_id = x.id AND b.verdict = 'CONFORME' AND b.a_rendre_cents = 0
          WHERE x.verse_le IS NOT NULL AND x.solde_le IS NULL AND x.verse_cents < x.montant_cents AND x.verse_cents < b.du_cents)`
    case 'bilans-attendus':
      return Prisma.sql`d.id IN (SELECT dossier_id FROM bilan_de_projet WHERE ${BILAN_ATTENDU} AND du_le >= ${jourDeParis(now)}::date)`
    case 'bilans-en-retard':
      return Prisma.sql`d.id IN (SELECT dossier_id FROM bilan_de_projet WHERE ${BILAN_ATTENDU} AND du_le < ${jourDeParis(now)}::date)`
    case 'bilans-a-examiner':
      return Prisma.sql`d.id IN (SELECT dossier_id FROM bilan_de_projet WHERE recu_le IS NOT NULL AND verdict IS NULL)`
    case 'reversements-attendus':
      return Prisma.sql`d.id IN (SELECT dossier_id FROM demande_de_reversement WHERE annule_le IS NULL AND rendu_cents < montant_cents)`
  }
}

/**
 * What each tab holds, on a dossier `d`. To do: in course, and not in the hands of the demandeur alone. To control: nobody has looked yet, or
 * pièces came in since. Near its implicit rejection:
 * also what has passed it without a decision, until somebody closes it.
 */
export function conditionDeVue(vue: VueDossiers, { moi, now }: Regard): Prisma.Sql {
  if (vue === 'miens') return Prisma.sql`(${parmi(DU_DOSSIER.etat, EN_COURS)} AND d.agent_id = ${moi}::uuid)`
  if (vue === 'a-faire')
    return Prisma.sql`(${parmi(DU_DOSSIER.etat, EN_COURS)} AND (d.complement_limite IS NULL OR d.complement_limite < ${jourDeParis(now)}::date OR ${APPELLE}))`
  return estDuJour(vue) ? conditionDuJour(vue, now) : conditionStable(vue, DU_DOSSIER)
}

export type CompteursDossiers = Record<VueDossiers, number>

const nomme = (vue: VueDossiers) => Prisma.raw(`"${vue}"`)

type Poses = readonly FiltrePose<FiltreDossiers>[]

/** How many of these are in course, along the kept counts. */
const enCours = (comptes: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(sum(c.nombre), 0)::int FROM dossier_compte c WHERE ${comptes} AND ${parmi(DU_COMPTE.etat, EN_COURS)})`

/** What one agent follows among what these filters leave. */
function miensParComptes(comptes: Prisma.Sql, poses: Poses, moi: string): Prisma.Sql {
  const suivi = poses.find(({ nom }) => nom === 'agent')?.valeur
  if (suivi !== undefined) return suivi === moi ? enCours(comptes) : Prisma.sql`0`
  const avecMoi = comptesDeFiltres([...poses, { nom: 'agent', valeur: moi }])
  return avecMoi
    ? enCours(avecMoi)
    : Prisma.sql`(SELECT count(*)::int FROM dossier d WHERE ${toutes([parmi(DU_DOSSIER.etat, EN_COURS), Prisma.sql`d.agent_id = ${moi}::uuid`, ...sqlDe(poses)])})`
}

/** How many there are to do: those in course, but for the few that wait for the demandeur alone. */
export const aFaireParComptes = (comptes: Prisma.Sql, filtres: readonly Prisma.Sql[], now: Date): Prisma.Sql =>
  Prisma.sql`(${enCours(comptes)} - (SELECT count(*)::int FROM dossier d WHERE ${toutes([attendLeDemandeur(now), ...filtres])}))`

/** Along the kept counts where they answer these filters; the tabs of the day, among what has a clock that runs. */
function parComptes(comptes: Prisma.Sql, poses: Poses, { moi, now }: Regard): Prisma.Sql {
  const filtres = sqlDe(poses)
  const stables = VUES_DOSSIERS.filter(estStable).map(
    (vue) =>
      Prisma.sql`coalesce(sum(c.nombre) FILTER (WHERE ${conditionStable(vue, DU_COMPTE)}), 0)::int AS ${nomme(vue)}`,
  )
  const duJour = VUES_DU_JOUR.map(
    (vue) =>
      Prisma.sql`(SELECT count(*)::int FROM dossier d WHERE ${toutes([conditionDuJour(vue, now), ...filtres])}) AS ${nomme(vue)}`,
  )
  const composees = [
    Prisma.sql`${aFaireParComptes(comptes, filtres, now)} AS "a-faire"`,
    Prisma.sql`${miensParComptes(comptes, poses, moi)} AS miens`,
  ]
  return Prisma.sql`SELECT ${Prisma.join([...stables, ...duJour, ...composees])} FROM dossier_compte c WHERE ${comptes}`
}

/** Among the dossiers themselves, in one pass over those that pass the filters. */
function parDossiers(filtres: readonly Prisma.Sql[], regard: Regard): Prisma.Sql {
  const colonnes = VUES_DOSSIERS.map(
    (vue) => Prisma.sql`count(*) FILTER (WHERE ${conditionDeVue(vue, regard)})::int AS ${nomme(vue)}`,
  )
  return Prisma.sql`SELECT ${Prisma.join(colonnes)} FROM dossier d WHERE ${toutes(filtres)}`
}

/**
 * How many dossiers each tab holds under these filters, the revision of the facts counted, and until when nothing but an act changes them:
 * the next échéance of what is open, or null; the day and the person are the caller's.
 */
export async function compteursDossiers(
  db: Db,
  filtres: Poses,
  regard: Regard,
): Promise<{ compteurs: CompteursDossiers; revision: string; jusqua: Date | null }> {
  const comptes = comptesDeFiltres(filtres)
  const source = comptes ? parComptes(comptes, filtres, regard) : parDossiers(sqlDe(filtres), regard)
  const [ligne] = await lire<CompteursDossiers & { revision: string; jusqua: Date | null }>(
    db,
    Prisma.sql`SELECT n.*, revision_de('dossier') AS revision,
      (SELECT min(echeance) FROM deverrouillage WHERE referme_le IS NULL AND echeance > ${regard.now}) AS jusqua FROM (${source}) n`,
    { plan: 'chaque fois' },
  )
  if (!ligne) throw new Error('a count without GROUP BY gives one row')
  const { revision, jusqua, ...compteurs } = ligne
  return { compteurs, revision, jusqua }
}
