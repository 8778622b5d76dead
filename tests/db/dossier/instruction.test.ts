import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { no } from '#domain/result'
import { Conflict, NotFound } from '#infra/errors'
import { agirSurDossier } from '#usecases/dossier/agir-sur-dossier'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { ownDb } from '#support/own-db'
import { nothingWritten, NOW, race, unAgent, unDossier } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const ACTES = { declarerComplet, instruireDossier }

test('a complete dossier is declared complete: state, version and journal in one commit', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db)
  expect(await declarerComplet(deps(), agent, { dossierId: id, version })).toEqual({ ok: true, value: 'COMPLET' })

  const dossier = await own.db.dossier.findUniqueOrThrow({ where: { id } })
  expect(dossier).toMatchObject({ etat: 'COMPLET', version: version + 1 })
  const [entree] = await own.db.entreeJournal.findMany({ where: { objetId: id } })
  expect(entree).toMatchObject({
    acte: 'declarerComplet',
    acteurType: 'AGENT',
    acteurId: agent.id,
    acteur: 'Camille Essai',
    le: NOW,
  })
  expect(entree?.detail).toMatchObject({ avant: 'DEPOSE', apres: 'COMPLET' })
})

test('then it is examined; a dossier that is not complete yet is not', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db)
  expect(await nothingWritten(own.db, id, () => instruireDossier(deps(), agent, { dossierId: id, version }))).toEqual({
    ok: false,
    reason: 'PAS_ENCORE_COMPLET',
  })
  await declarerComplet(deps(), agent, { dossierId: id, version })
  expect(await instruireDossier(deps(), agent, { dossierId: id, version: version + 1 })).toEqual({
    ok: true,
    value: 'EN_INSTRUCTION',
  })
})

test.each([
  ['declarerComplet', { rib: 'CONFORME' }, 'PIECES_MANQUANTES', '1'],
  ['declarerComplet', { rib: 'CONFORME', statuts: 'A_CONTROLER' }, 'PIECES_A_CONTROLER', '1'],
  ['declarerComplet', { ouvertJusqua: new Date(NOW.getTime() + 1000) }, 'DEVERROUILLAGE_OUVERT', undefined],
  ['declarerComplet', { etat: 'ACCORDE' }, 'DECISION_DEJA_PRISE', undefined],
  [
    'instruireDossier',
    { etat: 'COMPLET', ouvertJusqua: new Date(NOW.getTime() + 1000) },
    'DEVERROUILLAGE_OUVERT',
    undefined,
  ],
] as const)('%s on %o is refused by %s and writes nothing at all', async (acte, voulu, reason, detail) => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db, voulu)
  const answer = await nothingWritten(own.db, id, () => ACTES[acte](deps(), agent, { dossierId: id, version }))
  expect(answer).toEqual({ ok: false, reason, ...(detail && { detail }) })
})

test('a déverrouillage whose échéance has just passed no longer holds the dossier', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db, { ouvertJusqua: NOW })
  expect((await declarerComplet(deps(), agent, { dossierId: id, version })).ok).toBe(true)
})

test('a LECTEUR moves nothing on', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { id, version } = await unDossier(own.db)
  for (const acte of Object.values(ACTES)) {
    expect(await nothingWritten(own.db, id, () => acte(deps(), lecteur, { dossierId: id, version }))).toBeInstanceOf(
      Forbidden,
    )
  }
  expect(
    await nothingWritten(own.db, id, () =>
      affecterDossier(deps(), lecteur, { dossierId: id, version, agentId: lecteur.id, message: '' }),
    ),
  ).toBeInstanceOf(Forbidden)
})

test('of two agents at the same instant, one wins and the other is told', async () => {
  const [a, b] = [await unAgent(own.db), await unAgent(own.db)]
  const { id, version } = await unDossier(own.db)
  const { won, lost } = await race(
    () => declarerComplet(deps(), a, { dossierId: id, version }),
    () => declarerComplet(deps(), b, { dossierId: id, version }),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
  expect(await own.db.entreeJournal.count({ where: { objetId: id } })).toBe(1)
})

test('a refusal made of what another agent was writing meanwhile is a Conflict, not a reason', async () => {
  const [a, b] = [await unAgent(own.db), await unAgent(own.db)]
  const { id: dossierId, version } = await unDossier(own.db)
  const refuser = agirSurDossier(deps(), a, {
    dossierId,
    version,
    droit: 'dossier.instruire',
    decider: async () => {
      await declarerComplet(deps(), b, { dossierId, version })
      return no('DEJA_COMPLET')
    },
    ecrire: async () => undefined,
  })
  await expect(refuser).rejects.toBeInstanceOf(Conflict)
})

test('a page of before the last act, and a dossier that is not there, are told apart', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db)
  await affecterDossier(deps(), agent, { dossierId: id, version, agentId: agent.id, message: '' })
  expect(
    await nothingWritten(own.db, id, () => declarerComplet(deps(), agent, { dossierId: id, version })),
  ).toBeInstanceOf(Conflict)
  await expect(declarerComplet(deps(), agent, { dossierId: agent.id, version })).rejects.toBeInstanceOf(NotFound)
})

test('a dossier is taken, then left, by somebody who may follow it', async () => {
  const agent = await unAgent(own.db)
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { id, version } = await unDossier(own.db)
  const affecter = (agentId: string | null, v: number) =>
    affecterDossier(deps(), agent, { dossierId: id, version: v, agentId, message: '' })

  expect(await nothingWritten(own.db, id, () => affecter(lecteur.id, version))).toEqual({
    ok: false,
    reason: 'AGENT_INCONNU',
  })
  expect((await affecter(agent.id, version)).ok).toBe(true)
  expect(await nothingWritten(own.db, id, () => affecter(agent.id, version + 1))).toEqual({
    ok: false,
    reason: 'DEJA_AFFECTE',
  })
  expect((await affecter(null, version + 1)).ok).toBe(true)
  const details = (await own.db.entreeJournal.findMany({ where: { objetId: id }, orderBy: { id: 'asc' } })).map(
    (e) => e.detail,
  )
  expect(details).toEqual([
    { avant: null, apres: 'Camille Essai' },
    { avant: 'Camille Essai', apres: null },
  ])
})
