import { afterAll, beforeAll, expect, test } from 'vitest'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { recevoirElement } from '#usecases/complement/recevoir-element'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { VOTE } from '#support/vote'
import { ownDb } from '#support/own-db'
import { jour, unAgent, uneCampagne } from '../dossier/faits'
import { faitsDe, FORMULAIRE, RIB } from './faits-complements'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const { deps, lire, vise, demander, recevoir, unDossierIncomplet } = faitsDe(() => own)

test('the last pièce asked that arrives ends the suspension that day, whatever came in what order', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id)
  await recevoir(dossier.numero, 'Statuts.pdf', '2025-05-20T08:00:00Z')
  expect(await lire(dossier.id)).toMatchObject({
    complementLimite: jour('2025-06-03'),
    complements: [{ etat: 'OUVERTE' }],
  })
  await recevoir(dossier.numero, 'RIB.pdf', '2025-05-23T08:00:00Z')
  // 13 to 23 May: 10 days, so 10 June + 10 = 20 June.
  expect(await lire(dossier.id)).toMatchObject({
    complementLimite: null,
    rejetImpliciteLe: jour('2025-06-20'),
    complements: [{ etat: 'LEVEE', leveeLe: jour('2025-05-23') }],
  })
  const recus = await own.db.entreeJournal.findMany({ where: { objetId: dossier.id, acte: 'recevoirComplements' } })
  expect(recus).toMatchObject([{ acteur: 'Le système', le: new Date('2025-05-23T08:00:00Z') }])
})

test('what came by mail is said by an officer, and a pièce excused is no longer awaited', async () => {
  const { agent, dossier } = await unDossierIncomplet({ statuts: 'NON_CONFORME' })
  await demander(agent, dossier.id, { elements: [RIB, FORMULAIRE] })
  const [mardi, mercredi] = ['2025-05-20T08:00:00Z', '2025-05-21T08:00:00Z']
  await controlerPiece(deps(mardi), agent, {
    dossierId: dossier.id,
    code: 'RIB',
    controle: 'SANS_OBJET',
    motif: 'DEJA_DETENUE',
  })
  const recu = async (change = {}) =>
    recevoirElement(deps(mercredi), agent, { ...(await vise(dossier.id)), rang: 1, recuLe: '2025-05-19', ...change })
  expect(await recu({ rang: 0 })).toMatchObject({ reason: 'DEJA_RECU' })
  expect(await recu({ rang: 7 })).toMatchObject({ reason: 'ELEMENT_INCONNU' })
  expect(await recu({ recuLe: '2025-05-12' })).toMatchObject({ reason: 'JOUR_INVALIDE' })
  expect(await recu({ recuLe: '2025-05-22' })).toMatchObject({ reason: 'JOUR_INVALIDE' })
  expect(await recu()).toMatchObject({ ok: true })
  // The RIB was excused on the 20th, after the mail of the 19th: 7 days.
  expect(await lire(dossier.id)).toMatchObject({
    rejetImpliciteLe: jour('2025-06-17'),
    complements: [{ etat: 'LEVEE', leveeLe: jour('2025-05-20') }],
  })
})

test('declared complete, the demandeur is told by when, and with whom', async () => {
  const { id: campagneId } = await uneCampagne(own.db, {
    reglages: { commissionLe: '2025-06-12', seancesCp: ['2025-05-05', '2025-07-07', '2025-09-15'] },
  })
  const { agent, dossier } = await unDossierIncomplet({ campagneId })
  await demander(agent, dossier.id)
  const fin = deps('2025-05-15T08:00:00Z')
  expect(await declarerComplet(fin, agent, await vise(dossier.id))).toEqual({ ok: true, value: 'COMPLET' })
  const apres = await lire(dossier.id)
  expect(apres).toMatchObject({
    etat: 'COMPLET',
    complementLimite: null,
    rejetImpliciteLe: jour('2025-06-12'),
    complements: [{ etat: 'LEVEE', leveeLe: jour('2025-05-15') }],
  })
  const courriel = apres.courriels.find(({ modele }) => modele === 'dossier_complet')
  for (const mots of [
    'complète depuis le 15\u00a0mai\u00a02025',
    'le 12\u00a0juin\u00a02025',
    'le 7\u00a0juillet\u00a02025',
  ])
    expect(courriel?.texte).toContain(mots)
})

test('a decision ends the wait: nothing is asked of a dossier that is decided', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id)
  const responsable = await unAgent(own.db, 'RESPONSABLE')
  const refus = { motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est entièrement engagée.' } as const
  expect(
    await refuserDossier(deps(), responsable, { vote: VOTE, ...(await vise(dossier.id)), ...refus }),
  ).toMatchObject({
    ok: true,
  })
  expect(await lire(dossier.id)).toMatchObject({
    rejetImpliciteLe: null,
    complementLimite: null,
    complements: [{ etat: 'LEVEE' }],
  })
})
