import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { Forbidden } from '#domain/acces/droits'
import { RYTHME } from '#domain/courriel/suspension'
import { Conflict } from '#infra/errors'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { declarerHorsDelai, declarerIneligible } from '#usecases/dossier/declarer-irrecevable'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { repriseDossier } from '#queries/dossier/reprise-dossier'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { avancerCourriel } from '#usecases/courriel/avancer-courriel'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { libererParUneAutre, VOTE } from '#support/vote'
import { ownDb } from '#support/own-db'
import { NOW, jour, nothingWritten, race, unAgent, unDossier, uneCampagne } from './faits'
import { BLOQUER } from './faits-bloquants'

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

test('the mail of a decision that was read again waits half an hour; taken back meanwhile, all is as before, and it can be taken again', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  const avant = await lire(id)
  await accorderDossier(a(-10), chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
  await libererParUneAutre(a(0), id)
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
  expect(await prendreDepart({ ...a(31), rythme: RYTHME }, courriel?.id ?? '')).toBeNull()
  expect(await reprendreDecision(a(6), chef, await vise(id))).toEqual({ ok: false, reason: 'AUCUNE_DECISION' })

  await refuserDossier(a(10), chef, { vote: VOTE, ...(await vise(id)), ...REFUS })
  await libererParUneAutre(a(11), id)
  expect((await lire(id)).courriels.map(({ etat, modele }) => [etat, modele])).toEqual([
    ['ANNULE', 'decision_favorable'],
    ['A_ENVOYER', 'decision_defavorable'],
  ])
})

test('once its mail has left a decision stays, and nothing is written', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  await accorderDossier(a(0), chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
  await libererParUneAutre(a(0), id)
  const [courriel] = (await lire(id)).courriels
  expect(await prendreDepart({ ...a(30), rythme: RYTHME }, courriel?.id ?? '')).toMatchObject({
    courriel: { id: courriel?.id },
  })
  const reprise = await vise(id)
  expect(await nothingWritten(own.db, id, () => reprendreDecision(a(30), chef, reprise))).toEqual({
    ok: false,
    reason: 'COURRIEL_PARTI',
  })
  expect(await repriseDossier(own.db, id, a(30).now())).toBeNull()
})

test('taken back at the very instant its mail leaves, either it left or it never was', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  await accorderDossier(a(0), chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
  await libererParUneAutre(a(0), id)
  const courrielId = (await lire(id)).courriels[0]?.id ?? ''
  const reprise = await vise(id)
  const { won } = await race<unknown>(
    () => prendreDepart({ ...a(30), rythme: RYTHME }, courrielId),
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
  await accorderDossier(a(0), chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
  await libererParUneAutre(a(0), id)
  expect((await lire(id)).courriels).toMatchObject([{ etat: 'A_ENVOYER', partirLe: null }])
})

test('a grant of less than what was asked says why, in the act and in its mail', async () => {
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  const moins = { ...(await vise(id)), montantCents: 300_000n }
  for (const precision of ['', 'court'])
    expect(
      await nothingWritten(own.db, id, () => accorderDossier(a(0), chef, { vote: VOTE, ...moins, precision })),
    ).toEqual({
      ok: false,
      reason: 'PRECISION_TROP_COURTE',
    })
  expect(
    await accorderDossier(a(0), chef, { vote: VOTE, ...moins, precision: 'Les repas ne sont pas retenus.' }),
  ).toMatchObject({
    ok: true,
  })
  expect((await lire(id)).courriels[0]?.texte).toContain('Les repas ne sont pas retenus.')
})

test.each([
  ['HORS_DELAI', declarerHorsDelai],
  ['INELIGIBLE', declarerIneligible],
] as const)(
  '%s commits the Département as a vote does: its mail waits half an hour, and never leaves or goes alone',
  async (etat, declarer) => {
    const campagne = await uneCampagne(own.db)
    await own.db.campagne.update({ where: { id: campagne.id }, data: { echeanceDepot: jour('2025-04-09') } })
    const { id } = await unDossier(own.db, { campagneId: campagne.id })
    await own.db.dossier.update({ where: { id }, data: { pays: 'France' } })
    const dire = async () =>
      declarer(a(0), chef, { ...(await vise(id)), motif: 'PAYS', precision: 'Le projet se tient en France.' })
    expect(await dire()).toMatchObject({ ok: true, value: { nature: etat } })
    const [courriel] = (await lire(id)).courriels
    expect(courriel).toMatchObject({ modele: 'irrecevabilite', etat: 'A_ENVOYER', partirLe: a(30).now() })
    expect(await repriseDossier(own.db, id, a(5).now())).toEqual({ jusquA: a(30).now() })
    const seul = { courrielId: courriel?.id ?? '', version: courriel?.version ?? 0 }
    for (const toucher of [annulerCourriel, avancerCourriel])
      expect(await toucher(a(5), chef, seul)).toEqual({ ok: false, reason: 'COURRIEL_LIE' })
    expect(await reprendreDecision(a(29), chef, await vise(id))).toMatchObject({ ok: true, value: { apres: 'DEPOSE' } })
    expect((await lire(id)).courriels).toMatchObject([{ etat: 'ANNULE' }])
  },
)

test('taken back, a decision gives « complet » back only where no pièce has changed and nothing blocks since', async () => {
  for (const [survenir, apres] of [
    [() => Promise.resolve(), 'COMPLET'],
    [(id: string) => BLOQUER.FICHIER_INFECTE(own.db, id, chef.id), 'DEPOSE'],
    [
      (id: string) =>
        own.db.piece.updateMany({ where: { dossierId: id, code: 'RIB' }, data: { controle: 'A_CONTROLER' } }),
      'DEPOSE',
    ],
  ] as const) {
    const { id } = await unDossier(own.db, { etat: 'COMPLET' })
    await accorderDossier(a(0), chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
    await survenir(id)
    expect(await reprendreDecision(a(5), chef, await vise(id))).toMatchObject({ ok: true, value: { apres } })
    expect(await lire(id)).toMatchObject({ etat: apres })
  }
})
