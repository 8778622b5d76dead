import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromDate } from '#domain/temps/jour'
import { ownDb } from '#support/own-db'
import { departDossier } from '#queries/dossier/depart-dossier'
import { creerSeance } from '#usecases/seance/regler-seance'
import { jour, NOW, uneCampagne } from '../dossier/faits'
import { seancesDans } from './faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
})
afterAll(() => own.drop())

test('a departure too soon is said beside the séance of the dossier, else beside the first that may still take it', async () => {
  const { id: campagneId } = await uneCampagne(own.db, { reglages: { seancesCp: ['2025-06-02', '2025-07-07'] } })
  const id = await monde.unPropose(campagneId)
  const partir = (le: string) => own.db.dossier.update({ where: { id }, data: { projetDebut: jour(le) } })
  const dit = () => departDossier(own.db, id, NOW)
  await partir('2025-07-21')
  // The list of the séance of the 2nd of June is past its last day.
  expect(await dit()).toMatchObject({ seance: '2025-07-07', limite: '2025-07-22', depart: '2025-07-21' })
  const seanceId = await monde.uneSeance()
  expect(await dit()).toBeNull()
  await partir('2025-06-30')
  expect(await dit()).toMatchObject({ seance: '2025-06-16', limite: '2025-07-01' })
  await monde.inscrire(seanceId, id)
  await own.db.seance.update({ where: { id: seanceId }, data: { jour: jour('2025-06-23') } })
  expect(await dit()).toMatchObject({ seance: '2025-06-23' })
  await own.db.dossier.update({ where: { id }, data: { etat: 'REFUSE' } })
  expect(await dit()).toBeNull()
})

test('a séance whose last day is not said takes the longest that a campagne in course asks', async () => {
  const cloture = async () => {
    const answer = await creerSeance(monde.deps, monde.agent, { jour: '2025-09-15', cloture: null, intitule: '' })
    if (!answer.ok) throw new Error(answer.reason)
    return fromDate((await own.db.seance.findUniqueOrThrow({ where: { id: answer.value.id } })).cloture)
  }
  await own.db.campagne.updateMany({ data: { etat: 'OUVERTE' } })
  expect(await cloture()).toBe('2025-08-25')
  const { id } = await uneCampagne(own.db, { reglages: { clotureSeanceJours: 30 } })
  await own.db.campagne.update({ where: { id }, data: { etat: 'FERMEE', fermeeLe: jour('2025-05-01') } })
  expect(await cloture()).toBe('2025-08-16')
  await own.db.campagne.update({ where: { id }, data: { etat: 'ARCHIVEE' } })
  expect(await cloture()).toBe('2025-08-25')
})
