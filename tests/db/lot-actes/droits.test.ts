import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { pageLotActes } from '#queries/lot-actes/page-lot-actes'
import { ownDb } from '#support/own-db'
import { lancerLot } from '#usecases/lot-actes/lancer-lot'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { NOW, nothingWritten, unAgent, unDossier } from '../dossier/faits'
import { lotsDans } from './faits-lots'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = (): Deps => ({ db: own.db, now: () => NOW })
const lots = lotsDans(() => own.db, deps)

const desComplets = (n: number) =>
  Promise.all(Array.from({ length: n }, async () => (await unDossier(own.db, { etat: 'COMPLET' })).id))

test('the rights are those of the act when it is done: in the preview, at the yes, and at each line', async () => {
  const responsable = await unAgent(own.db, 'RESPONSABLE')
  const [instructeur, lecteur] = [await unAgent(own.db), await unAgent(own.db, 'LECTEUR')]
  const ids = await desComplets(2)
  const preparer = (agent: typeof lecteur, acte: 'instruire' | 'clore') =>
    preparerLot(deps(), agent, { acte, champs: {}, dossierIds: ids })
  await expect(preparer(lecteur, 'instruire')).rejects.toBeInstanceOf(Forbidden)
  await expect(preparer(instructeur, 'clore')).rejects.toBeInstanceOf(Forbidden)
  const id = await lots.preparer(responsable, { acte: 'instruire', dossierIds: ids })
  await expect(lots.lancer({ ...responsable, role: 'LECTEUR' }, id)).rejects.toBeInstanceOf(Forbidden)
  await expect(lots.lancer(instructeur, id)).rejects.toBeInstanceOf(NotFound)
  await expect(pageLotActes(own.db, instructeur, { id, etat: null, page: 0 })).rejects.toBeInstanceOf(NotFound)
  await expect(lancerLot(deps(), responsable, { lotId: id, version: 7 })).rejects.toBeInstanceOf(Conflict)
  await lots.lancer(responsable, id)
  await own.db.agent.update({ where: { id: responsable.id }, data: { role: 'LECTEUR' } })
  await nothingWritten(own.db, ids[0] ?? '', () => lots.traiter(id))
  expect((await lots.lire(id)).lignes).toMatchObject(
    ids.map(() => ({ etat: 'REFUSEE', motif: 'Votre rôle ne permet plus cet acte.' })),
  )
})

test('an account closed since does nothing more', async () => {
  const agent = await unAgent(own.db)
  const ids = await desComplets(1)
  const id = await lots.preparer(agent, { acte: 'instruire', dossierIds: ids })
  await lots.lancer(agent, id)
  await own.db.agent.update({ where: { id: agent.id }, data: { actif: false } })
  await lots.traiter(id)
  expect((await lots.lire(id)).lignes).toMatchObject([
    { etat: 'REFUSEE', motif: 'Le compte de qui a lancé cet acte est fermé.' },
  ])
})
