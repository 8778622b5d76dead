import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { annulerComplements } from '#usecases/complement/annuler-complements'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { recevoirElement } from '#usecases/complement/recevoir-element'
import { retenirElement } from '#usecases/complement/retenir-element'
import { ownDb } from '#support/own-db'
import { jour, nothingWritten, race, unAgent } from '../dossier/faits'
import { faitsDe, FORMULAIRE, RIB, STATUTS, VOULU } from './faits-complements'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const { deps, lire, vise, demander, unDossierIncomplet } = faitsDe(() => own)

test('asking stops the clock, moves the state, freezes the mail for five minutes and leaves its trace, in one commit', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await own.db.agent.update({ where: { id: agent.id }, data: { qualite: 'chargée de mission' } })
  await retenirElement(deps(), agent, { dossierId: dossier.id, cle: 'budget/B01', ...FORMULAIRE })
  expect(await demander(agent, dossier.id, { cles: ['budget/B01'] })).toMatchObject({ ok: true })

  const apres = await lire(dossier.id)
  expect(apres).toMatchObject({
    etat: 'INCOMPLET',
    complementLimite: jour('2025-06-03'),
    rejetImpliciteLe: jour('2025-07-01'),
  })
  expect(apres.complements).toMatchObject([
    {
      etat: 'OUVERTE',
      du: jour('2025-05-13'),
      limite: jour('2025-06-03'),
      etatAvant: 'DEPOSE',
      elements: [RIB, STATUTS],
    },
  ])
  const [courriel] = apres.courriels
  expect(courriel).toMatchObject({
    modele: 'pieces_manquantes',
    etat: 'A_ENVOYER',
    partirLe: new Date('2025-05-13T08:05:00Z'),
    acteurType: 'AGENT',
    acteurId: agent.id,
  })
  for (const mots of [
    'Il manque encore 2\u00a0éléments pour l’étudier\u00a0:',
    '• RIB au nom de la structure – pièce absente du dossier → envoyez le RIB de la structure',
    'avant le 3\u00a0juin\u00a02025 inclus, en répondant à ce message',
    'est suspendu (article L.\u00a0114-5 du code des relations entre le public et l’administration)',
    'ce rejet interviendrait le 1er\u00a0juillet\u00a02025.',
    'Camille Essai, chargée de mission',
  ])
    expect(courriel?.texte).toContain(mots)
  const promesses = await own.db.outboxJob.findMany({ where: { name: 'courriel.envoyer' } })
  expect(promesses).toContainEqual(
    expect.objectContaining({ payload: { courrielId: courriel?.id }, runAt: new Date('2025-05-13T08:05:00Z') }),
  )
  const retenus = await own.db.elementRetenu.findMany({ where: { dossierId: dossier.id } })
  expect(retenus.map(({ demandeId }) => demandeId)).toEqual([apres.complements[0]?.id])
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: dossier.id }, orderBy: { id: 'desc' } })
  expect(entrees[0]).toMatchObject({ acte: 'demanderComplements', acteurId: agent.id })
})

test('a mail that leaves after midnight in Paris starts the suspension the next day', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id, {}, '2025-05-13T21:58:00Z')
  expect(await lire(dossier.id)).toMatchObject({
    rejetImpliciteLe: jour('2025-06-30'),
    complements: [{ du: jour('2025-05-14') }],
  })
})

test('taken back before its mail leaves, all is as before; once it has left, nothing can be taken back', async () => {
  const { agent, dossier } = await unDossierIncomplet({ etat: 'COMPLET' })
  await retenirElement(deps(), agent, { dossierId: dossier.id, cle: 'budget/B01', ...FORMULAIRE })
  await demander(agent, dossier.id, { cles: ['budget/B01'] })
  expect(await annulerComplements(deps(), agent, await vise(dossier.id))).toMatchObject({ ok: true })
  const apres = await lire(dossier.id)
  expect(apres).toMatchObject({
    etat: 'COMPLET',
    complementLimite: null,
    rejetImpliciteLe: jour('2025-06-10'),
    complements: [{ etat: 'ANNULEE' }],
    courriels: [{ etat: 'ANNULE' }],
  })
  expect(await own.db.elementRetenu.findFirst({ where: { dossierId: dossier.id } })).toMatchObject({ demandeId: null })

  expect((await demander(agent, dossier.id)).ok).toBe(true)
  await own.db.courriel.updateMany({ where: { dossierId: dossier.id, etat: 'A_ENVOYER' }, data: { tentatives: 1 } })
  const parti = await vise(dossier.id)
  const annuler = () => annulerComplements(deps(), agent, parti)
  expect(await nothingWritten(own.db, dossier.id, annuler)).toEqual({ ok: false, reason: 'COURRIEL_PARTI' })
})

test('a second request takes the place of the first only when the officer means it; taken back, the first waits again', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id)
  const [premiere] = (await lire(dossier.id)).complements
  const lundi = '2025-05-19T08:00:00Z'
  const sansLeDire = await vise(dossier.id)
  const refaire = () => demanderComplements(deps(lundi), agent, { ...sansLeDire, ...VOULU })
  expect(await nothingWritten(own.db, dossier.id, refaire)).toEqual({ ok: false, reason: 'DEMANDE_EN_COURS' })

  await demander(agent, dossier.id, { elements: [RIB], limite: '2025-06-10', remplace: premiere?.id }, lundi)
  // 13 May to 10 June is 28 days in all: 10 June + 28 = 8 July.
  expect(await lire(dossier.id)).toMatchObject({
    etat: 'INCOMPLET',
    complementLimite: jour('2025-06-10'),
    rejetImpliciteLe: jour('2025-07-08'),
    complements: [{ etat: 'REMPLACEE', leveeLe: jour('2025-05-19') }, { etat: 'OUVERTE' }],
  })
  await annulerComplements(deps(lundi), agent, await vise(dossier.id))
  expect(await lire(dossier.id)).toMatchObject({
    etat: 'INCOMPLET',
    complementLimite: jour('2025-06-03'),
    rejetImpliciteLe: jour('2025-07-01'),
    complements: [{ etat: 'OUVERTE', leveeLe: null }, { etat: 'ANNULEE' }],
  })
})

test.each([
  [{}, { elements: [] }, 'AUCUN_ELEMENT'],
  [{}, { elements: [{ ...RIB, constat: ' ' }] }, 'CONSTAT_VIDE'],
  [{}, { elements: [{ ...RIB, aFaire: '' }] }, 'A_FAIRE_VIDE'],
  [{}, { limite: '2025-05-13' }, 'LIMITE_TROP_PROCHE'],
  [{}, { limite: '2025-07-13' }, 'LIMITE_TROP_LOINTAINE'],
  [{}, { remplace: '00000000-0000-4000-8000-000000000000' }, 'DEMANDE_EN_COURS'],
  [{ etat: 'BROUILLON' }, {}, 'PAS_ENCORE_DEPOSE'],
  [{ etat: 'ACCORDE' }, {}, 'DECISION_DEJA_PRISE'],
] as const)('on %o, %o is refused by %s and writes nothing', async (voulu, change, reason) => {
  const { agent, dossier } = await unDossierIncomplet(voulu)
  const act = () => demander(agent, dossier.id, change)
  expect(await nothingWritten(own.db, dossier.id, act)).toMatchObject({ ok: false, reason })
})

test('of two officers who ask at once, one does and the other is told', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  const autre = await unAgent(own.db)
  const v = await vise(dossier.id)
  const { won, lost } = await race(
    () => demanderComplements(deps(), agent, { ...v, ...VOULU }),
    () => demanderComplements(deps(), autre, { ...v, ...VOULU }),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
  expect((await lire(dossier.id)).complements).toHaveLength(1)
})

test('a LECTEUR neither asks, nor takes back, nor says what came', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { dossier } = await unDossierIncomplet()
  const v = await vise(dossier.id)
  for (const act of [
    () => demanderComplements(deps(), lecteur, { ...v, ...VOULU }),
    () => annulerComplements(deps(), lecteur, v),
    () => recevoirElement(deps(), lecteur, { ...v, rang: 0, recuLe: '2025-05-13' }),
  ])
    await expect(act()).rejects.toBeInstanceOf(Forbidden)
})
