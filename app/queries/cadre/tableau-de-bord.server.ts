import type { Dispositif } from '#domain/dispositif'
import { lireReglages } from '#domain/campagne/reglages'
import { accusesTus } from '#domain/courriel/signature'
import { JOURS_ALERTE } from '#domain/dossier/delais'
import { EN_COURS } from '#domain/dossier/etat'
import type { MentionAVoir } from '#domain/note/note'
import { addDays, jourDeParis } from '#domain/temps/jour'
import { type Db, lire } from '#infra/db'
import type { Tuile } from '#libelles/accueil'
import { COURRIELS_A_RELIRE } from '#infra/stores/courriel/decisions-a-relire'
import { Prisma } from '#prisma'
import { chargeParAgent } from '#queries/cadre/charge'
import { compteursConnus } from '#queries/dossier/bannette-dossiers'
import { conditionDeVue, type Regard } from '#queries/dossier/compteurs-dossiers'
import { mentionsAVoir } from '#queries/note/notes'

/** Lines of each short list. Written out, not passed: a plan that is kept must know how few they are, or it is made again each time. */
const LIGNES = Prisma.raw('6')

type Enveloppe = {
  code: string
  libelle: string
  enveloppeCents: string
  dossiers: number
  demandeCents: string
  accordeCents: string
  payeCents: string
}

type Echeance = { numero: string; objet: string; rejetImpliciteLe: string | null; nom: string }

type Tableau = {
  mails: Record<'A_ENVOYER' | 'RETENU' | 'ECHEC', number>
  nonRemis: number
  parCourrier: number
  aRelire: number
  aRepondre: number
  aClasser: number
  fiches: number
  fichesEnRetard: number
  mesFiches: number
  aVenir: { id: string; sujet: string; destinataire: string; duLe: number }[]
  questions: { id: string; sujet: string; de: string; recuLe: number }[]
  mentions: MentionAVoir[]
  miens: Echeance[]
  fichesMiennes: { id: string; titre: string; structure: string; recuLe: number }[]
  echeances: Echeance[]
  deverrouillages: { echeance: number; numero: string; objet: string }[]
  campagnes: Enveloppe[]
  actuelles: { code: string; libelle: string; dispositif: Dispositif; reglages: unknown }[]
  revision: string
  menus: string
}

const enCours = Prisma.raw(EN_COURS.map((etat) => `'${etat}'`).join(', '))

const compte = (objet: string, condition: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(sum(nombre), 0)::int FROM compte WHERE objet = ${objet} AND ${condition})`

const mails = (etat: keyof Tableau['mails']) => compte('courriel', Prisma.sql`valeurs[1] = ${etat}`)

/** The head of a list of dossiers `d`, with whom they are of. */
const tete = (dossiers: Prisma.Sql, ordre: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_agg(l), '[]') FROM (
  SELECT d.numero, d.objet, d.rejet_implicite_le AS "rejetImpliciteLe", s.nom FROM (
    SELECT id, numero, objet, rejet_implicite_le, structure_id FROM dossier d WHERE ${dossiers} ORDER BY ${ordre} LIMIT ${LIGNES}) d
  JOIN structure s ON s.id = d.structure_id ORDER BY ${ordre}) l)`

const PAR_REJET = Prisma.sql`d.rejet_implicite_le, d.id`
const PAR_URGENCE = Prisma.sql`coalesce(d.rejet_implicite_le, 'infinity'::date), d.id`

/** What is read at once: kept counts, and the heads of short indexes. */
const lecture = ({ moi, now }: Regard) => {
  const jour = jourDeParis(now)
  return Prisma.sql`SELECT
    json_build_object('A_ENVOYER', ${mails('A_ENVOYER')}, 'RETENU', ${mails('RETENU')}, 'ECHEC', ${mails('ECHEC')}) AS mails,
    (SELECT count(*)::int FROM courriel WHERE etat = 'NON_REMIS' AND regle_le IS NULL) AS "nonRemis",
    (SELECT count(*)::int FROM decision WHERE par_courrier_depuis IS NOT NULL) AS "parCourrier",
    (SELECT count(*)::int ${COURRIELS_A_RELIRE}) AS "aRelire",
    ${compte('courriel_recu', Prisma.sql`valeurs[2] = 'true'`)} AS "aRepondre",
    ${compte('courriel_recu', Prisma.sql`valeurs[1] = 'true'`)} AS "aClasser",
    ${compte('pre_projet', Prisma.sql`valeurs[1] = 'A_TRAITER'`)} AS fiches,
    ${compte('pre_projet', Prisma.sql`valeurs[1] = 'A_TRAITER' AND valeurs[2] = 'true'`)} AS "fichesEnRetard",
    (SELECT count(*)::int FROM pre_projet WHERE agent_id = ${moi}::uuid AND etat = 'A_TRAITER') AS "mesFiches",
    (SELECT coalesce(json_agg(l), '[]') FROM (
      SELECT id, sujet, coalesce(nullif(destinataire_nom, ''), destinataire) AS destinataire,
        (extract(epoch FROM du_le) * 1000)::bigint AS "duLe"
      FROM courriel WHERE etat = 'A_ENVOYER' ORDER BY du_le LIMIT ${LIGNES}) l) AS "aVenir",
    (SELECT coalesce(json_agg(l), '[]') FROM (
      SELECT id, sujet, coalesce(nullif(de_nom, ''), de) AS de, (extract(epoch FROM recu_le) * 1000)::bigint AS "recuLe"
      FROM courriel_recu WHERE suite = 'A_REPONDRE' ORDER BY recu_le DESC, id DESC LIMIT ${LIGNES}) l) AS questions,
    ${mentionsAVoir({ agentId: moi, jour }, LIGNES)} AS mentions,
    ${tete(Prisma.sql`d.agent_id = ${moi}::uuid AND ${conditionDeVue('a-faire', { moi, now })}`, PAR_URGENCE)} AS miens,
    (SELECT coalesce(json_agg(l), '[]') FROM (
      SELECT id, titre, structure_nom AS structure, (extract(epoch FROM recu_le) * 1000)::bigint AS "recuLe"
      FROM pre_projet WHERE agent_id = ${moi}::uuid AND etat = 'A_TRAITER' ORDER BY recu_le, id LIMIT ${LIGNES}) l) AS "fichesMiennes",
    ${tete(Prisma.sql`d.etat IN (${enCours}) AND d.rejet_implicite_le <= ${addDays(jour, JOURS_ALERTE)}::date`, PAR_REJET)} AS echeances,
    (SELECT coalesce(json_agg(l), '[]') FROM (
      SELECT (extract(epoch FROM o.echeance) * 1000)::bigint AS echeance, d.numero, d.objet
      FROM deverrouillage o JOIN dossier d ON d.id = o.dossier_id WHERE o.referme_le IS NULL ORDER BY o.echeance LIMIT ${LIGNES}) l) AS deverrouillages,
    (SELECT coalesce(json_agg(l), '[]') FROM (
      SELECT c.code, c.libelle, c.enveloppe_cents::text AS "enveloppeCents", coalesce(n.dossiers, 0) AS dossiers,
        coalesce(n.demande, 0)::text AS "demandeCents", coalesce(n.accorde, 0)::text AS "accordeCents",
        (SELECT coalesce(sum(x.verse_cents), 0)::text FROM decision x JOIN dossier d ON d.id = x.dossier_id
          WHERE x.verse_cents > 0 AND d.campagne_id = c.id) AS "payeCents"
      FROM (SELECT * FROM campagne WHERE etat IN ('OUVERTE', 'FERMEE') ORDER BY annee DESC, code LIMIT ${LIGNES}) c LEFT JOIN LATERAL (
        SELECT sum(nombre)::int AS dossiers, sum(demande_cents) AS demande, sum(accorde_cents) AS accorde
        FROM dossier_compte WHERE axe = 'campagne' AND valeur = c.id::text AND etat <> 'BROUILLON') n ON true
      ORDER BY c.annee DESC, c.code) l) AS campagnes,
    (SELECT coalesce(json_agg(l), '[]') FROM (
      SELECT code, libelle, dispositif, reglages FROM campagne WHERE etat = 'OUVERTE' AND (annee >= ${Number(jour.slice(0, 4))} OR echeance_depot >= ${jour}::date) ORDER BY annee DESC, code LIMIT ${LIGNES}) l) AS actuelles,
    revision_de('dossier') AS revision, revision_de('menus') AS menus`
}

const jourLu = ({ rejetImpliciteLe, nom, ...dossier }: Echeance) => ({
  ...dossier,
  rejetImpliciteLe: rejetImpliciteLe === null ? null : new Date(rejetImpliciteLe),
  structure: { nom },
})

/**
 * What an officer looks for first in the morning: what is theirs, what others ask, what leaves and what did not, then the service. One reading
 * of kept counts and of the heads of short indexes; the counts of dossiers are those of the bannette, remembered with it. Also the
 * campagnes still open, or of this year and after, whose receipts nobody signs.
 */
export async function tableauDeBord(db: Db, regard: Regard) {
  const [lu] = await lire<Tableau>(db, lecture(regard))
  if (!lu) throw new Error('a statement without FROM gives one row')
  const { mails: parEtat, campagnes, actuelles, revision, menus } = lu
  const [service, mien, charge] = await Promise.all([
    compteursConnus(db, {}, { ...regard, revision }),
    compteursConnus(db, { agent: regard.moi }, { ...regard, revision }),
    chargeParAgent(db, regard, `${revision} ${menus}`),
  ])
  const tuiles: Record<Tuile, number> = {
    mesAFaire: mien['a-faire'],
    mesDossiers: service.miens,
    mesRejets: mien['rejet-proche'],
    mesRetards: mien['delai-depasse'],
    mesFiches: lu.mesFiches,
    deverrouillages: service.deverrouilles,
    aRepondre: lu.aRepondre,
    aClasser: lu.aClasser,
    aEnvoyer: parEtat.A_ENVOYER,
    retenus: parEtat.RETENU,
    nonRemis: lu.nonRemis,
    parCourrier: lu.parCourrier,
    aRelire: lu.aRelire,
    enEchec: parEtat.ECHEC,
    fiches: lu.fiches,
    fichesEnRetard: lu.fichesEnRetard,
    nouveaux: service.nouveaux,
    aControler: service['a-controler'],
    aVerifier: service['a-verifier'],
    aDecider: service['a-decider'],
    rejets: service['rejet-proche'],
    retards: service['delai-depasse'],
  }
  return {
    tuiles,
    charge,
    vide: service.tous === 0 && lu.fiches === 0,
    miens: lu.miens.map(jourLu),
    fichesMiennes: lu.fichesMiennes.map(({ recuLe, ...fiche }) => ({ ...fiche, recuLe: new Date(recuLe) })),
    aVenir: lu.aVenir.map(({ duLe, ...courriel }) => ({ ...courriel, duLe: new Date(duLe) })),
    questions: lu.questions.map(({ recuLe, ...question }) => ({ ...question, recuLe: new Date(recuLe) })),
    mentions: lu.mentions,
    sansSignataire: actuelles
      .filter(({ dispositif, reglages }) => accusesTus(lireReglages(reglages, dispositif)) !== null)
      .map(({ code, libelle }) => ({ code, libelle })),
    echeances: lu.echeances.map(jourLu),
    deverrouillages: lu.deverrouillages.map(({ echeance, ...dossier }) => ({ echeance: new Date(echeance), dossier })),
    campagnes: campagnes.map(({ enveloppeCents, demandeCents, accordeCents, payeCents, ...campagne }) => ({
      ...campagne,
      enveloppeCents: BigInt(enveloppeCents),
      demandeCents: BigInt(demandeCents),
      accordeCents: BigInt(accordeCents),
      payeCents: BigInt(payeCents),
    })),
  }
}
