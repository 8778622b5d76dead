import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ETATS_COURRIEL } from '#domain/courriel/courriel'
import { VUES_RECUS } from '#domain/courriel-recu/suite'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import { ETATS, type Etat } from '#domain/dossier/etat'
import { VUES_DOSSIERS } from '#domain/dossier/vues'
import { ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import { VUES_PRE_PROJETS } from '#domain/pre-projet/vues'
import { compareJours, daysBetween, fromDate, jourDeParis } from '#domain/temps/jour'
import { diskStorage } from '#infra/storage'
import { ecartsDesComptes } from '#infra/stores/comptes'
import { BannetteCourrielsParams, bannetteCourriels } from '#queries/courriel/bannette-courriels'
import { courrielsRecus } from '#queries/courriel-recu/courriels-recus'
import { compteursDossiers } from '#queries/dossier/compteurs-dossiers'
import { compteursPreProjets } from '#queries/pre-projet/compteurs-pre-projets'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { verifierJournal } from '#queries/journal/verifier-journal'
import { ownDb } from '#support/own-db'
import { chargerDemonstration } from '../../../prisma/demo/chargement'

let own: Awaited<ReturnType<typeof ownDb>>
afterEach(() => own.drop())

/** Days past its implicit rejection that a dossier in course may be: the morning it is born, somebody closes it. */
const REJET_TOLERE = 0

const trie = <T extends string>(valeurs: readonly T[]) => [...new Set(valeurs)].sort()

async function charger(maintenant: Date) {
  own = await ownDb()
  const storage = diskStorage(path.join(own.dataDir, 'fichiers'))
  await chargerDemonstration({ db: own.db, storage, now: () => maintenant })
  return own.db
}

/** A day of leap years alone, early in its year: the days of the demonstration are of three years. Any other day is tried without a base. */
const JOUR = '2028-02-29'

test(
  'loaded on a leap day, the demonstration is a year that ends that day, with something in every list',
  { timeout: 300_000 },
  async () => {
    const jour = JOUR
    const maintenant = new Date(`${JOUR}T10:00:00Z`)
    const db = await charger(maintenant)

    const campagnes = await db.campagne.findMany({ select: { etat: true, echeanceDepot: true } })
    expect(campagnes.map(({ etat }) => etat).sort()).toEqual(['FERMEE', 'OUVERTE', 'OUVERTE'])
    for (const { etat, echeanceDepot } of campagnes)
      expect(compareJours(fromDate(echeanceDepot), jour) > 0).toBe(etat === 'OUVERTE')

    const dossiers = await db.dossier.findMany({
      select: { numero: true, etat: true, deposeLe: true, rejetImpliciteLe: true, reprisLe: true },
    })
    expect(trie(dossiers.map(({ etat }) => etat))).toEqual(trie(ETATS))
    for (const { numero, etat, deposeLe, rejetImpliciteLe, reprisLe } of dossiers) {
      expect(reprisLe, `${numero}`).toBeNull()
      if (etat === ('BROUILLON' satisfies Etat) || deposeLe === null) continue
      expect(compareJours(fromDate(deposeLe), jour), `${numero}`).toBeLessThan(0)
      expect(numero?.slice(0, 4)).toBe(fromDate(deposeLe).slice(0, 4))
      if (rejetImpliciteLe)
        expect(daysBetween(fromDate(rejetImpliciteLe), jour), `${numero}`).toBeLessThanOrEqual(REJET_TOLERE)
    }
    const fiches = await db.preProjet.findMany({ select: { etat: true, recuLe: true } })
    expect(trie(fiches.map(({ etat }) => etat))).toEqual(trie(ETATS_PRE_PROJET))
    for (const { recuLe } of fiches) expect(jourDeParis(recuLe) < jour).toBe(true)

    const agent = await db.agent.findUniqueOrThrow({ where: { courriel: 'agent@mcei.test' }, select: { id: true } })
    const { compteurs } = await compteursDossiers(db, [], { moi: agent.id, now: maintenant })
    expect(VUES_DOSSIERS.filter((vue) => compteurs[vue] === 0)).toEqual([])
    const desFiches = await compteursPreProjets(db, [])
    expect(VUES_PRE_PROJETS.filter((vue) => desFiches[vue] === 0)).toEqual([])
    const envoyes = await bannetteCourriels(db, BannetteCourrielsParams.parse({}))
    expect(ETATS_COURRIEL.filter((etat) => !envoyes.compteurs[etat])).toEqual([])
    const { comptes } = await courrielsRecus(db, { sens: 'recus', vue: 'tous', page: 0, q: '' })
    expect(VUES_RECUS.filter((vue) => comptes[vue] === 0)).toEqual([])

    // Nothing is told of a day that has not come, and the journal is in the order of what was done.
    const journal = await db.entreeJournal.findMany({ orderBy: { id: 'asc' }, select: { le: true } })
    expect(journal.filter(({ le }) => le > maintenant)).toEqual([])
    const apresSon = journal.filter(({ le }, i) => le < (journal[i - 1]?.le ?? le))
    expect(apresSon.length).toBeLessThan(journal.length / 50)
    expect((await verifierJournal(db)).intact).toBe(true)
    expect(await ecartsDesComptes(db)).toEqual([])
    for (const table of ['dossier', 'courriel', 'version_exigences', 'note', 'proposition', 'agent'] as const) {
      const colonne = table === 'proposition' ? 'le' : 'cree_le'
      const [{ dernier } = { dernier: null }] = await db.$queryRawUnsafe<{ dernier: Date | null }[]>(
        `SELECT max(${colonne}) AS dernier FROM ${table}`,
      )
      expect(dernier && dernier <= maintenant, table).toBe(true)
    }
    // The account of the extranet shows each moment of a demande, the percentage by the rule of the application.
    await db.courriel.updateMany({
      where: { etat: 'A_ENVOYER', dossier: { origine: 'EXTRANET' } },
      data: { etat: 'ENVOYE', envoyeLe: maintenant },
    })
    const odile = await db.demandeur.findUniqueOrThrow({ where: { courriel: 'demandeur@exemple.test' } })
    const vue = { demandeurId: odile.id, voulue: null, affinage: SANS_AFFINAGE, now: maintenant }
    const chez = (await accueilDuDemandeur(db, vue)).ici
    expect(chez?.commencees.map(({ pourcent, numero }) => [pourcent, numero])).toEqual([[50, null]])
    const lus = new Map(chez?.demandes.map((une) => [une.objet, une]))
    expect(lus.get('Exposition de photographies à Herne')).toMatchObject({
      ...{ statutPortail: 'En cours d’analyse', etat: 'DEPOSE', modifier: null, completer: null },
      aUnRecapitulatif: true,
    })
    expect(lus.get('Atelier de cuisine à Herne')).toMatchObject({ statutPortail: 'Demande de complément' })
    const rouvert = lus.get('Chorale franco-allemande')
    expect(rouvert).toMatchObject({ statutPortail: 'En cours de saisie' })
    expect(rouvert?.modifier).toMatch(/^\/extranet\/demandes\//)
    expect(lus.get('Rencontre d’harmonies à Herne')).toMatchObject({ statutPortail: 'Accordé', etat: 'ACCORDE' })
    expect(lus.get('Stand de Noël à Herne')).toMatchObject({ statutPortail: 'Refusé', etat: 'REFUSE' })
    expect(await db.rapprochement.groupBy({ by: ['etat'], _count: true })).toHaveLength(2)
    expect(await db.modification.count({ where: { etat: 'REDEPOSEE' } })).toBeGreaterThan(0)
  },
)
