import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { cleUnique, estParti, ETATS_COURRIEL } from '#domain/courriel/courriel'
import { CAUSES_ECHEC } from '#domain/courriel/echec-envoi'
import { preuveDe } from '#domain/courriel/preuve'
import { dernierJourDeRecours, estAParCourrier } from '#domain/notification-de-decision/notification-prouvee'
import { jourDeParis } from '#domain/temps/jour'
import { Conflict } from '#infra/errors'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { decisionDossier } from '#queries/dossier/decision-dossier'
import { delaisDossier } from '#queries/dossier/delais-dossier'
import { ownDb } from '#support/own-db'
import { constaterRemise } from '#usecases/courriel/constater-remise'
import { relancerCourriel } from '#usecases/courriel/relancer-courriel'
import { notifierParCourrier, reprendreCourrier } from '#usecases/dossier/notifier-par-courrier'
import { unCourriel } from '../workers/faits'
import { NOW, unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
const deps = () => ({ db: own.db, now: () => NOW })
const HIER = new Date(NOW.getTime() - 86_400_000)

beforeAll(async () => {
  own = await ownDb()
  agent = await unAgent(own.db)
})
afterAll(() => own.drop())

/** A refusal of yesterday, its mail gone. */
async function uneDecision({ avecCourriel = true } = {}) {
  const { id: dossierId } = await unDossier(own.db, { etat: 'REFUSE' })
  const { id } = await own.db.decision.create({
    data: {
      ...{
        dossierId,
        nature: 'REFUSE',
        vote: 'NON_RENSEIGNE',
        motif: 'CREDITS_EPUISES',
        precision: 'Les crédits sont épuisés.',
      },
      ...{ avecCourriel, priseParId: agent.id, priseLe: HIER, etatAvant: 'EN_INSTRUCTION' },
    },
  })
  const courriel = await unCourriel(own.db, { cleUnique: cleUnique('decision', id), dossierId })
  await own.db.courriel.update({ where: { id: courriel.id }, data: { etat: 'ENVOYE', envoyeLe: HIER } })
  return { id, dossierId, courrielId: courriel.id }
}
const lire = (id: string) => own.db.decision.findUniqueOrThrow({ where: { id } })
const vise = async (dossierId: string) => ({
  dossierId,
  version: (await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).version,
})
const rapporter = (courrielId: string, action: 'failed' | 'delivered') =>
  own.db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUniqueOrThrow({ where: { id: courrielId } })
    const remise = { action, codeStatut: action === 'failed' ? '5.1.1' : '2.0.0', diagnostic: '' }
    await constaterRemise(tx, { courriel, remise, parJeton: true }, NOW)
  })
const tuile = async () => (await tableauDeBord(own.db, { moi: agent.id, now: NOW })).tuiles.parCourrier

test('the database says of each mail what the rule says', async () => {
  const { id, courrielId } = await uneDecision()
  for (const etat of ETATS_COURRIEL)
    for (const cause of etat === 'ECHEC' ? CAUSES_ECHEC : [null]) {
      await own.db.courriel.update({
        where: { id: courrielId },
        data: {
          ...{ etat, cause, motifRetenue: etat === 'RETENU' ? 'FAIT_CADUC' : null },
          envoyeLe: estParti(etat) ? HIER : null,
        },
      })
      const preuve = preuveDe({ etat, cause, remisAuServeurLe: null })
      const attendu = estAParCourrier({ avecCourriel: true, courriel: { preuve }, courrierLe: null })
      expect({ etat, cause, par: (await lire(id)).parCourrierDepuis !== null }).toEqual({ etat, cause, par: attendu })
    }
  await own.db.courriel.delete({ where: { id: courrielId } })
  const { id: sans } = await uneDecision({ avecCourriel: false })
  expect((await lire(sans)).parCourrierDepuis).toBeNull()
  await own.db.dossier.deleteMany()
})

test('our relay’s yes starts no appeal time; the yes of the server of the recipient does', async () => {
  const { dossierId, courrielId } = await uneDecision()
  expect((await delaisDossier(own.db, dossierId, NOW))?.recours).toMatchObject({ prouvee: null, jusquA: null })
  await rapporter(courrielId, 'delivered')
  const { notifiee } = await decisionDossier(own.db, dossierId, NOW)
  expect(notifiee).toMatchObject({ preuve: 'REMIS_AU_SERVEUR', prouvee: { par: 'COURRIEL' } })
  expect((await delaisDossier(own.db, dossierId, NOW))?.recours).toMatchObject({ jusquA: notifiee?.recoursJusquA })
  expect(notifiee?.recoursJusquA).not.toBeNull()
})

test('a decision that came back is to be told by post, until it is; taken back, it is to be again', async () => {
  const avant = await tuile()
  const { id, dossierId, courrielId } = await uneDecision()
  await rapporter(courrielId, 'failed')
  expect((await lire(id)).parCourrierDepuis).not.toBeNull()
  expect(await tuile()).toBe(avant + 1)
  const params = { ...(await vise(dossierId)), le: jourDeParis(HIER), recommande: '1A 234 567 8901 2' }
  await expect(notifierParCourrier(deps(), await unAgent(own.db, 'LECTEUR'), params)).rejects.toThrow(Forbidden)
  await expect(notifierParCourrier(deps(), agent, { ...params, version: params.version - 1 })).rejects.toThrow(Conflict)
  expect(await notifierParCourrier(deps(), agent, { ...params, le: '2020-01-01' })).toMatchObject({
    reason: 'AVANT_LA_DECISION',
  })
  expect(await notifierParCourrier(deps(), agent, { ...params, le: '2050-01-01' })).toMatchObject({
    reason: 'JOUR_A_VENIR',
  })
  expect(await notifierParCourrier(deps(), agent, params)).toMatchObject({ ok: true })
  expect(await lire(id)).toMatchObject({ courrierRecommande: '1A 234 567 8901 2', parCourrierDepuis: null })
  expect(await own.db.courriel.findUniqueOrThrow({ where: { id: courrielId } })).toMatchObject({ regleLe: NOW })
  expect(await tuile()).toBe(avant)
  expect((await decisionDossier(own.db, dossierId, NOW)).notifiee).toMatchObject({
    prouvee: { le: jourDeParis(HIER), par: 'COURRIER' },
    recoursJusquA: dernierJourDeRecours(jourDeParis(HIER)),
  })
  expect(await notifierParCourrier(deps(), agent, { ...params, ...(await vise(dossierId)) })).toMatchObject({
    reason: 'DEJA_PAR_COURRIER',
  })
  expect(await reprendreCourrier(deps(), agent, await vise(dossierId))).toMatchObject({ ok: true })
  expect((await lire(id)).parCourrierDepuis).not.toBeNull()
  const actes = await own.db.entreeJournal.findMany({ where: { objetId: dossierId, acteurType: 'AGENT' } })
  expect(actes.map(({ acte }) => acte)).toEqual(['notifierParCourrier', 'reprendreCourrier'])
  const liste = BannetteDossiersParams.parse({ vue: 'decides', notification: 'par-courrier' })
  expect((await bannetteDossiers(own.db, liste, { moi: agent.id, now: NOW })).total).toBe(await tuile())

  const { version } = await own.db.courriel.findUniqueOrThrow({ where: { id: courrielId } })
  await own.db.adresseNonRemise.deleteMany()
  await relancerCourriel(deps(), { ...agent, role: 'RESPONSABLE' }, { courrielId, version })
  expect((await lire(id)).parCourrierDepuis).toBeNull()
})

test('while its mail is held a decision can be taken back, and the act says no to the post as its page does; given up, it is posted', async () => {
  const { dossierId, courrielId } = await uneDecision()
  const poster = async () =>
    notifierParCourrier(deps(), agent, { ...(await vise(dossierId)), le: jourDeParis(HIER), recommande: '' })
  const tenir = { etat: 'RETENU', motifRetenue: 'FAIT_CADUC', envoyeLe: null } as const
  await own.db.courriel.update({ where: { id: courrielId }, data: tenir })
  expect((await decisionDossier(own.db, dossierId, NOW)).reprenable).toBe(true)
  expect(await poster()).toMatchObject({ reason: 'ENCORE_REPRENABLE' })
  await own.db.courriel.update({ where: { id: courrielId }, data: { etat: 'ANNULE', motifRetenue: null } })
  expect(await poster()).toMatchObject({ ok: true })
})
