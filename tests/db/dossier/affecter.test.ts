import { afterAll, beforeAll, expect, test } from 'vitest'
import { MESSAGE_AFFECTATION_MAX } from '#domain/dossier/instruction'
import { ownDb } from '#support/own-db'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { lotsDans } from '../lot-actes/faits-lots'
import { nothingWritten, NOW, unAgent, unDossier } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const lots = lotsDans(() => own.db, deps)

const notesDu = (dossierId: string) =>
  own.db.note.findMany({ where: { dossierId }, include: { mentions: true }, orderBy: { creeLe: 'asc' } })

test('given with a word, a dossier has a note that names who follows it from now on', async () => {
  const [camille, paul] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Paul-Émile')]
  const { id: dossierId, version } = await unDossier(own.db)
  const affecter = (agentId: string | null, message: string, vue: number) => () =>
    affecterDossier(deps(), camille, { dossierId, version: vue, agentId, message })
  const trop = 'a'.repeat(MESSAGE_AFFECTATION_MAX + 1)
  expect(await nothingWritten(own.db, dossierId, affecter(paul.id, trop, version))).toMatchObject({
    reason: 'MESSAGE_TROP_LONG',
  })
  expect(await notesDu(dossierId)).toEqual([])
  expect(await affecter(paul.id, ' Peux-tu le reprendre\u00a0? ', version)()).toMatchObject({ ok: true })
  expect(await notesDu(dossierId)).toMatchObject([
    {
      auteurId: camille.id,
      texte: '@Paul-Émile Essai Peux-tu le reprendre\u00a0?',
      creeLe: NOW,
      mentions: [{ agentId: paul.id, vueLe: null }],
    },
  ])
  const actes = await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } })
  expect(actes.map(({ acte }) => acte)).toEqual(['affecter', 'ecrireNote'])
  // Without a word there is no note; to nobody, or to oneself, it names nobody.
  await affecter(camille.id, '  ', version + 1)()
  expect(await notesDu(dossierId)).toHaveLength(1)
  await affecter(null, 'Qui le prend\u00a0?', version + 2)()
  expect((await notesDu(dossierId)).map(({ mentions }) => mentions.length)).toEqual([1, 0])
})

test('by lot, each dossier that is given has the note, once, and the preview writes none', async () => {
  const [camille, lea] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Léa')]
  const ids = [(await unDossier(own.db)).id, (await unDossier(own.db, { etat: 'ACCORDE' })).id]
  const champs = { agentId: lea.id, message: 'Tout est là.' }
  const lotId = await lots.preparer(camille, { acte: 'affecter', champs, dossierIds: ids })
  expect(await own.db.note.count({ where: { dossierId: { in: ids } } })).toBe(0)
  await lots.lancer(camille, lotId)
  await lots.traiter(lotId)
  await lots.traiter(lotId)
  expect(await lots.etats(lotId)).toEqual(['FAITE', 'ECARTEE'])
  const notes = await own.db.note.findMany({ where: { dossierId: { in: ids } }, include: { mentions: true } })
  expect(notes).toMatchObject([{ texte: '@Léa Essai Tout est là.', mentions: [{ agentId: lea.id }] }])
})
