import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { elementsRetenus } from '#queries/complement/elements-retenus'
import { retenirElement } from '#usecases/complement/retenir-element'
import { retirerElement } from '#usecases/complement/retirer-element'
import { ownDb } from '#support/own-db'
import { nothingWritten, NOW, unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const element = {
  cle: 'budget/B03/F14',
  code: 'BUDGET_PROJET',
  constat: 'Le total des charges n’est pas la somme des lignes.',
  aFaire: 'Corrigez le total et renvoyez le classeur.',
}

test('an element kept twice is kept once, in the last words, and the journal tells each change', async () => {
  const agent = await unAgent(own.db)
  const { id: dossierId, version } = await unDossier(own.db)
  const retenir = (change = {}) => retenirElement(deps(), agent, { dossierId, ...element, ...change })
  expect(await retenir()).toMatchObject({ ok: true })
  expect(await nothingWritten(own.db, dossierId, () => retenir({ constat: `  ${element.constat} ` }))).toMatchObject({
    ok: true,
  })
  await retenir({ aFaire: 'Renvoyez-nous le classeur corrigé.' })
  expect(await elementsRetenus(own.db, dossierId)).toMatchObject([
    { ...element, aFaire: 'Renvoyez-nous le classeur corrigé.', par: 'Camille Essai' },
  ])
  expect(await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).toMatchObject({ version })

  await retirerElement(deps(), agent, { dossierId, cle: element.cle })
  await retirerElement(deps(), agent, { dossierId, cle: element.cle })
  expect(await elementsRetenus(own.db, dossierId)).toEqual([])
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } })
  expect(entrees.map(({ acte }) => acte)).toEqual(['retenirElement', 'retenirElement', 'retirerElement'])
})

test('two officers who keep the same finding at once keep it once', async () => {
  const agents = [await unAgent(own.db), await unAgent(own.db)]
  const { id: dossierId } = await unDossier(own.db)
  await Promise.all(agents.map((agent) => retenirElement(deps(), agent, { dossierId, ...element })))
  expect(await elementsRetenus(own.db, dossierId)).toHaveLength(1)
})

test.each([
  [{}, { cle: 'avec espace' }, 'CLE_INVALIDE'],
  [{}, { constat: '   ' }, 'CONSTAT_VIDE'],
  [{}, { aFaire: '' }, 'A_FAIRE_VIDE'],
  [{}, { aFaire: 'x'.repeat(601) }, 'ELEMENT_TROP_LONG'],
  [{ etat: 'BROUILLON' }, {}, 'PAS_ENCORE_DEPOSE'],
  [{ etat: 'REFUSE' }, {}, 'DECISION_DEJA_PRISE'],
] as const)('on %o, %o is refused by %s and writes nothing', async (voulu, change, reason) => {
  const agent = await unAgent(own.db)
  const { id: dossierId } = await unDossier(own.db, voulu)
  const retenir = () => retenirElement(deps(), agent, { dossierId, ...element, ...change })
  expect(await nothingWritten(own.db, dossierId, retenir)).toMatchObject({ ok: false, reason })
})

test('a LECTEUR neither keeps nor lets go', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { id: dossierId } = await unDossier(own.db)
  await expect(retenirElement(deps(), lecteur, { dossierId, ...element })).rejects.toBeInstanceOf(Forbidden)
  await expect(retirerElement(deps(), lecteur, { dossierId, cle: element.cle })).rejects.toBeInstanceOf(Forbidden)
})
