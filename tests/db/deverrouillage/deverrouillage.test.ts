import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { apercuDeverrouillage } from '#queries/deverrouillage/apercu-deverrouillage'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refermerDeverrouillage } from '#usecases/deverrouillage/refermer-deverrouillage'
import { ownDb } from '#support/own-db'
import { nothingWritten, NOW, race, unAgent, unDossier, uneCampagne } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const DEMAIN = new Date(NOW.getTime() + 86_400_000)
const ouverture = {
  sections: ['BUDGET', 'PIECES'] as const,
  champs: [],
  pieces: [],
  motif: 'Le total du budget est à corriger.',
  echeance: '2025-05-18',
}

test('the reopening, its trace, its mail and its promise are one commit; the state and the deposit do not move', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db, { etat: 'INCOMPLET' })
  const demande = await own.db.demandeDeverrouillage.create({
    data: { dossierId: id, texte: 'Rouvrez-le', demandeur: 'ines@exemple.test', recueLe: NOW },
  })
  const apercu = await apercuDeverrouillage(own.db, agent, { dossierId: id, now: NOW, ...ouverture })
  const answer = await deverrouillerDossier(deps(), agent, { dossierId: id, version, ...ouverture })
  expect(answer.ok).toBe(true)

  const dossier = await own.db.dossier.findUniqueOrThrow({
    where: { id },
    include: { deverrouillages: true, courriels: true },
  })
  expect(dossier).toMatchObject({ etat: 'INCOMPLET', version: version + 1, deposeLe: new Date('2025-04-10T00:00:00Z') })
  const [ouvert] = dossier.deverrouillages
  expect(ouvert).toMatchObject({
    sections: ['BUDGET', 'PIECES'],
    ouvertParId: agent.id,
    ouvertLe: NOW,
    refermeLe: null,
  })
  // The last day is given whole, in Paris: summer time, UTC + 2.
  expect(ouvert?.echeance).toEqual(new Date('2025-05-18T21:59:59.999Z'))

  const [courriel] = dossier.courriels
  expect(courriel).toMatchObject({
    modele: 'deverrouillage_accorde',
    destinataire: 'ines@exemple.test',
    cleUnique: `deverrouillage/${ouvert?.id}`,
    etat: 'A_ENVOYER',
  })
  expect(courriel?.texte).toContain(ouverture.motif)
  const vu = apercu.ok ? apercu.value.courriel : null
  expect([courriel?.sujet, courriel?.texte, courriel?.html]).toEqual([vu?.sujet, vu?.texte, vu?.html])
  const promesses = await own.db.outboxJob.findMany({ where: { name: 'courriel.envoyer' } })
  expect(promesses.map((p) => p.payload)).toContainEqual({ courrielId: courriel?.id })

  expect(await own.db.entreeJournal.findMany({ where: { objetId: id } })).toMatchObject([
    { acte: 'deverrouiller', acteurId: agent.id },
  ])
  expect(await own.db.demandeDeverrouillage.findUniqueOrThrow({ where: { id: demande.id } })).toMatchObject({
    etat: 'ACCEPTEE',
    traiteeParId: agent.id,
    traiteeLe: NOW,
  })
})

test.each([
  [{ etat: 'REFUSE' }, {}, 'DECISION_DEJA_PRISE'],
  [{ etat: 'BROUILLON' }, {}, 'PAS_ENCORE_DEPOSE'],
  [{ ouvertJusqua: DEMAIN }, {}, 'DEJA_DEVERROUILLE'],
  [{}, { sections: [] }, 'AUCUNE_SECTION'],
  [{}, { motif: '   court   ' }, 'MOTIF_TROP_COURT'],
  [{}, { echeance: '2025-05-13' }, 'ECHEANCE_PASSEE'],
  [{}, { echeance: '2025-05-14' }, 'ECHEANCE_TROP_PROCHE'],
  [{}, { echeance: '2025-06-13' }, 'ECHEANCE_TROP_LOINTAINE'],
] as const)('on %o, %o is refused by %s and writes nothing at all', async (voulu, change, reason) => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db, voulu)
  const ouvrir = () => deverrouillerDossier(deps(), agent, { dossierId: id, version, ...ouverture, ...change })
  expect(await nothingWritten(own.db, id, ouvrir)).toMatchObject({ ok: false, reason })
})

test('the days a reopening may last are those of the campagne', async () => {
  const agent = await unAgent(own.db)
  const { id: campagneId } = await uneCampagne(own.db, {
    reglages: { deverrouillage: { joursMin: 1, joursDefaut: 20, joursMax: 40 } },
  })
  const { id, version } = await unDossier(own.db, { campagneId })
  expect(
    (await deverrouillerDossier(deps(), agent, { dossierId: id, version, ...ouverture, echeance: '2025-06-13' })).ok,
  ).toBe(true)
})

test('a LECTEUR neither reopens, nor closes, nor sees the mail', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { id, version } = await unDossier(own.db, { ouvertJusqua: DEMAIN })
  const vise = { dossierId: id, version }
  expect(
    await nothingWritten(own.db, id, () => deverrouillerDossier(deps(), lecteur, { ...vise, ...ouverture })),
  ).toBeInstanceOf(Forbidden)
  expect(await nothingWritten(own.db, id, () => refermerDeverrouillage(deps(), lecteur, vise))).toBeInstanceOf(
    Forbidden,
  )
  await expect(apercuDeverrouillage(own.db, lecteur, { dossierId: id, now: NOW, ...ouverture })).rejects.toBeInstanceOf(
    Forbidden,
  )
})

test('of two agents at the same instant, one reopens and the other is told', async () => {
  const [a, b] = [await unAgent(own.db), await unAgent(own.db)]
  const { id, version } = await unDossier(own.db)
  const { won, lost } = await race(
    () => deverrouillerDossier(deps(), a, { dossierId: id, version, ...ouverture }),
    () => deverrouillerDossier(deps(), b, { dossierId: id, version, ...ouverture }),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
  expect(await own.db.deverrouillage.count({ where: { dossierId: id } })).toBe(1)
  expect(await own.db.courriel.count({ where: { dossierId: id } })).toBe(1)
})

test('closed by hand it is closed once, and the next one can open', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db, { ouvertJusqua: DEMAIN })
  expect((await refermerDeverrouillage(deps(), agent, { dossierId: id, version })).ok).toBe(true)
  const [ferme] = await own.db.deverrouillage.findMany({ where: { dossierId: id } })
  expect(ferme).toMatchObject({ refermeLe: NOW, fermeture: 'AGENT' })
  const encore = () => refermerDeverrouillage(deps(), agent, { dossierId: id, version: version + 1 })
  expect(await nothingWritten(own.db, id, encore)).toEqual({ ok: false, reason: 'PAS_OUVERT' })
  expect((await deverrouillerDossier(deps(), agent, { dossierId: id, version: version + 1, ...ouverture })).ok).toBe(
    true,
  )
})

test('one that ran out a minute before the worker saw it does not stand in the way', async () => {
  const agent = await unAgent(own.db)
  const echeance = new Date(NOW.getTime() - 60_000)
  const { id, version } = await unDossier(own.db, { ouvertJusqua: echeance })
  expect((await deverrouillerDossier(deps(), agent, { dossierId: id, version, ...ouverture })).ok).toBe(true)
  const [ancien] = await own.db.deverrouillage.findMany({ where: { dossierId: id }, orderBy: { ouvertLe: 'asc' } })
  expect(ancien).toMatchObject({ refermeLe: echeance, fermeture: 'ECHEANCE' })
  const actes = await own.db.entreeJournal.findMany({
    where: { objetId: id },
    orderBy: { id: 'asc' },
    select: { acte: true, acteur: true },
  })
  expect(actes).toEqual([
    { acte: 'refermerDeverrouillage', acteur: 'Le système' },
    { acte: 'deverrouiller', acteur: 'Camille Essai' },
  ])
})

test('without an address the dossier is reopened and the journal says that nobody was written to', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db, { contactCourriel: '' })
  expect((await deverrouillerDossier(deps(), agent, { dossierId: id, version, ...ouverture })).ok).toBe(true)
  expect(await own.db.courriel.count({ where: { dossierId: id } })).toBe(0)
  const [entree] = await own.db.entreeJournal.findMany({ where: { objetId: id } })
  expect(entree?.detail).toMatchObject({ courrielA: null })
})
