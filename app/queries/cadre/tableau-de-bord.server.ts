import type { Dispositif } from '#domain/dispositif'
import { lireReglages } from '#domain/campagne/reglages'
import { accusesTus } from '#domain/courriel/signature'
import { JOURS_ALERTE } from '#domain/dossier/delais'
import { EN_COURS } from '#domain/dossier/etat'
import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'

/** Lines of each short list. Written out, not passed: a plan that is kept must know how few they are, or it is made again each time. */
const LIGNES = Prisma.raw('6')

type EnCours = (typeof EN_COURS)[number]

type Enveloppe = {
  code: string
  libelle: string
  enveloppeCents: string
  dossiers: number
  demandeCents: string
  accordeCents: string
}

type Tableau = {
  parEtat: Partial<Record<EnCours, number>>
  preProjets: number
  horsDelai: number
  courrielsEnEchec: number
  courrielsRetenus: number
  courrielsNonRemis: number
  demandes: number
  echeances: { numero: string; objet: string; rejetImpliciteLe: string; nom: string }[]
  deverrouillages: { echeance: number; numero: string; objet: string }[]
  campagnes: Enveloppe[]
  actuelles: { code: string; libelle: string; dispositif: Dispositif; reglages: unknown }[]
}

const enCours = Prisma.raw(EN_COURS.map((etat) => `'${etat}'`).join(', '))

const compte = (objet: string, condition: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(sum(nombre), 0)::int FROM compte WHERE objet = ${objet} AND ${condition})`

/**
 * What an officer looks for first in the morning: what waits, what is about to lapse, what is left to grant. One reading, of kept counts and
 * of the heads of short indexes; and the campagnes still open, or of this year and after, whose receipts nobody signs. `aujourdhui` is a day at midnight UTC.
 */
export async function tableauDeBord(db: Db, aujourdhui: Date) {
  const finDAlerte = new Date(aujourdhui.getTime() + JOURS_ALERTE * 86_400_000).toISOString().slice(0, 10)
  const [annee, jour] = [aujourdhui.getUTCFullYear(), aujourdhui.toISOString().slice(0, 10)]
  const [lu] = await lire<Tableau>(
    db,
    Prisma.sql`SELECT
      (SELECT coalesce(json_object_agg(valeur, nombre), '{}') FROM (
        SELECT valeur, sum(nombre)::int AS nombre FROM dossier_compte WHERE axe = 'etat' AND valeur IN (${enCours}) GROUP BY 1) e) AS "parEtat",
      ${compte('pre_projet', Prisma.sql`valeurs[1] = 'A_TRAITER'`)} AS "preProjets",
      ${compte('pre_projet', Prisma.sql`valeurs[1] = 'A_TRAITER' AND valeurs[2] = 'true'`)} AS "horsDelai",
      ${compte('courriel', Prisma.sql`valeurs[1] = 'ECHEC'`)} AS "courrielsEnEchec",
      ${compte('courriel', Prisma.sql`valeurs[1] = 'RETENU'`)} AS "courrielsRetenus",
      (SELECT count(*)::int FROM courriel WHERE etat = 'NON_REMIS' AND regle_le IS NULL) AS "courrielsNonRemis",
      (SELECT count(*)::int FROM demande_deverrouillage WHERE etat = 'EN_ATTENTE') AS demandes,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT d.numero, d.objet, d.rejet_implicite_le AS "rejetImpliciteLe", s.nom FROM (
          SELECT id, numero, objet, rejet_implicite_le, structure_id FROM dossier
          WHERE etat IN (${enCours}) AND rejet_implicite_le <= ${finDAlerte}::date ORDER BY rejet_implicite_le, id LIMIT ${LIGNES}) d
        JOIN structure s ON s.id = d.structure_id ORDER BY d.rejet_implicite_le, d.id) l) AS echeances,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT (extract(epoch FROM o.echeance) * 1000)::bigint AS echeance, d.numero, d.objet
        FROM deverrouillage o JOIN dossier d ON d.id = o.dossier_id WHERE o.referme_le IS NULL ORDER BY o.echeance LIMIT ${LIGNES}) l) AS deverrouillages,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT c.code, c.libelle, c.enveloppe_cents::text AS "enveloppeCents", coalesce(n.dossiers, 0) AS dossiers,
          coalesce(n.demande, 0)::text AS "demandeCents", coalesce(n.accorde, 0)::text AS "accordeCents"
        FROM (SELECT * FROM campagne ORDER BY annee DESC, code LIMIT ${LIGNES}) c LEFT JOIN LATERAL (
          SELECT sum(nombre)::int AS dossiers, sum(demande_cents) AS demande, sum(accorde_cents) AS accorde
          FROM dossier_compte WHERE axe = 'campagne' AND valeur = c.id::text AND etat <> 'BROUILLON') n ON true
        ORDER BY c.annee DESC, c.code) l) AS campagnes,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT code, libelle, dispositif, reglages FROM campagne WHERE annee >= ${annee} OR echeance_depot >= ${jour}::date ORDER BY annee DESC, code LIMIT ${LIGNES}) l) AS actuelles`,
  )
  if (!lu) throw new Error('a statement without FROM gives one row')
  const { parEtat, echeances, deverrouillages, campagnes, actuelles, ...reste } = lu
  return {
    ...reste,
    sansSignataire: actuelles
      .filter(({ dispositif, reglages }) => accusesTus(lireReglages(reglages, dispositif)) !== null)
      .map(({ code, libelle }) => ({ code, libelle })),
    dossiers: {
      deposes: parEtat.DEPOSE ?? 0,
      incomplets: parEtat.INCOMPLET ?? 0,
      complets: parEtat.COMPLET ?? 0,
      enInstruction: parEtat.EN_INSTRUCTION ?? 0,
    },
    echeances: echeances.map(({ numero, objet, rejetImpliciteLe, nom }) => ({
      numero,
      objet,
      rejetImpliciteLe: new Date(rejetImpliciteLe),
      structure: { nom },
    })),
    deverrouillages: deverrouillages.map(({ echeance, ...dossier }) => ({ echeance: new Date(echeance), dossier })),
    campagnes: campagnes.map(({ enveloppeCents, demandeCents, accordeCents, ...campagne }) => ({
      ...campagne,
      enveloppeCents: BigInt(enveloppeCents),
      demandeCents: BigInt(demandeCents),
      accordeCents: BigInt(accordeCents),
    })),
  }
}
