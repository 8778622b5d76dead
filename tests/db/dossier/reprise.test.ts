import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { repriseDossier } from '#queries/dossier/reprise-dossier'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { ownDb } from '#support/own-db'
import { NOW, nothingWritten, race, unAgent, unDossier } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
})
afterAll(() => own.drop())

const a = (minutes: number) => ({ db: own.db, now: () => new Date(NOW.getTime() + minutes * 60_000) })
const lire = (id: string) =>
  own.db.dossier.findUniqueOrThrow({
    where: { id },
    include: { decision: true, courriels: { orderBy: { creeLe: 'asc' } }, complements: true },
  })
const vise = async (id: string) => ({ dossierId: id, version: (await lire(id)).version })
const REFUS = { motif: 'CREDITS_EPUISES', precision: 'Les crédits de l’année sont épuisés.' }

test('the mail of a decision waits half an hour; taken back meanwhile, all is as before, and it can be taken again', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  const avant = await lire(id)
  await accorderDossier(a(0), chef, { ...(await vise(id)), montantCents: 450_000n })
  const [courriel] = (await lire(id)).courriels
  expect(courriel).toMatchObject({ etat: 'A_ENVOYER', partirLe: a(30).now() })
  expect(await repriseDossier(own.db, id, a(5).now())).toEqual({ jusquA: a(30).now() })

  const agent = await unAgent(own.db)
  await expect(reprendreDecision(a(5), agent, await vise(id))).rejects.toThrow(Forbidden)
  const { version } = await lire(id)
  await expect(reprendreDecision(a(5), chef, { dossierId: id, version: version - 1 })).rejects.toThrow(Conflict)
  expect(await reprendreDecision(a(5), chef, { dossierId: id, version })).toMatchObject({ ok: true })
  const { decision, courriels, ...dossier } = await lire(id)
  expect(dossier).toMatchObject({
    etat: 'EN_INSTRUCTION',
    montantAccordeCents: null,
    rejetImpliciteLe: avant.rejetImpliciteLe,
    version: version + 1,
  })
  expect([decision, courriels.map(({ etat }) => etat)]).toEqual([null, ['ANNULE']])
  const [entree] = await own.db.entreeJournal.findMany({ where: { objetId: id, acte: 'reprendreDecision' } })
  expect(entree?.detail).toMatchObject({ avant: 'ACCORDE', apres: 'EN_INSTRUCTION', montantCents: '450000' })
  expect(await prendreDepart(a(31), courriel?.id ?? '')).toBeNull()
  expect(await reprendreDecision(a(6), chef, await vise(id))).toEqual({ ok: false, reason: 'AUCUNE_DECISION' })

  await refuserDossier(a(10), chef, { ...(await vise(id)), ...REFUS })
  expect((await lire(id)).courriels.map(({ etat, modele }) => [etat, modele])).toEqual([
    ['ANNULE', 'decision_favorable'],
    ['A_ENVOYER', 'decision_defavorable'],
  ])
})

test('once its mail has left a decision stays, and nothing is written', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  await accorderDossier(a(0), chef, { ...(await vise(id)), montantCents: 450_000n })
  const [courriel] = (await lire(id)).courriels
  expect(await prendreDepart(a(30), courriel?.id ?? '')).toMatchObject({ id: courriel?.id })
  const reprise = await vise(id)
  expect(await nothingWritten(own.db, id, () => reprendreDecision(a(30), chef, reprise))).toEqual({
    ok: false,
    reason: 'COURRIEL_PARTI',
  })
  expect(await repriseDossier(own.db, id, a(30).now())).toBeNull()
})

test('taken back at the very instant its mail leaves, either it left or it never was', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  await accorderDossier(a(0), chef, { ...(await vise(id)), montantCents: 450_000n })
  const courrielId = (await lire(id)).courriels[0]?.id ?? ''
  const reprise = await vise(id)
  const { won } = await race<unknown>(
    () => prendreDepart(a(30), courrielId),
    () => reprendreDecision(a(30), chef, reprise),
  )
  const { decision, courriels } = await lire(id)
  expect(won.length).toBeGreaterThan(0)
  expect(courriels[0]?.etat === 'ANNULE').toBe(decision === null)
})

test('what was awaited of the demandeur is awaited again, and a closing without mail has its minutes', async () => {
  const { id } = await unDossier(own.db)
  const elements = [{ code: 'RIB', constat: 'pièce absente', aFaire: 'envoyez le RIB' }]
  await demanderComplements(a(-60), chef, {
    ...{ ...(await vise(id)), elements },
    ...{ limite: '2025-05-30', remplace: null, cles: [] },
  })
  const avant = await lire(id)
  await classerSansSuite(a(0), chef, { ...(await vise(id)), motif: 'DEPOSE_EN_DOUBLE', prevenir: false })
  expect(await lire(id)).toMatchObject({ etat: 'SANS_SUITE', complements: [{ etat: 'LEVEE' }] })
  expect(await reprendreDecision(a(31), chef, await vise(id))).toEqual({ ok: false, reason: 'TROP_TARD' })
  expect(await reprendreDecision(a(29), chef, await vise(id))).toMatchObject({ ok: true })
  expect(await lire(id)).toMatchObject({
    etat: 'INCOMPLET',
    rejetImpliciteLe: avant.rejetImpliciteLe,
    complementLimite: avant.complementLimite,
    complements: [{ etat: 'OUVERTE', leveeLe: null }],
  })
})

test('a campagne that waits for nothing lets the mail leave at once', async () => {
  const { id, campagneId } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  await own.db.campagne.update({ where: { id: campagneId }, data: { reglages: { attenteDecisionMinutes: 0 } } })
  await accorderDossier(a(0), chef, { ...(await vise(id)), montantCents: 450_000n })
  expect((await lire(id)).courriels).toMatchObject([{ etat: 'A_ENVOYER', partirLe: null }])
})

test('a grant of less than what was asked says why, in the act and in its mail', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  const moins = { ...(await vise(id)), montantCents: 300_000n }
  for (const precision of ['', 'court'])
    expect(await nothingWritten(own.db, id, () => accorderDossier(a(0), chef, { ...moins, precision }))).toEqual({
      ok: false,
      reason: 'PRECISION_TROP_COURTE',
    })
  expect(await accorderDossier(a(0), chef, { ...moins, precision: 'Les repas ne sont pas retenus.' })).toMatchObject({
    ok: true,
  })
  expect((await lire(id)).courriels[0]?.texte).toContain('Les repas ne sont pas retenus.')
})
