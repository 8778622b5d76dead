import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import { delaisDossier } from '#queries/dossier/delais-dossier'
import { joursChomes } from '#queries/temps/calendrier'
import { fermerJour, rouvrirJour } from '#usecases/temps/fermer-jour'
import { ownDb } from '#support/own-db'
import { NOW, unAgent, unDossier } from '../dossier/faits'

let world: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
const deps = () => ({ db: world.db, now: () => NOW })

beforeAll(async () => {
  world = await ownDb()
  chef = await unAgent(world.db, 'RESPONSABLE')
})
afterAll(() => world.drop())

test('a day on which the service is closed puts off the last day of the receipt, until it is taken away', async () => {
  const { id } = await unDossier(world.db)
  const auPlusTard = async () => (await delaisDossier(world.db, id, NOW))?.accuse.auPlusTardLe
  expect(await auPlusTard()).toBe('2025-04-25')
  const ferme = { jour: '2025-04-22', libelle: 'Pont de Pâques' }
  expect(await fermerJour(deps(), chef, ferme)).toEqual({ ok: true, value: undefined })
  expect(await auPlusTard()).toBe('2025-04-28')
  expect((await joursChomes(world.db, 2025)).filter(({ ferie }) => !ferie)).toEqual([{ ...ferme, ferie: false }])
  await rouvrirJour(deps(), chef, ferme)
  await rouvrirJour(deps(), chef, ferme)
  expect(await auPlusTard()).toBe('2025-04-25')
  const actes = await world.db.entreeJournal.findMany({ where: { objet: 'calendrier' }, orderBy: { id: 'asc' } })
  expect(actes.map(({ acte, objetId }) => [acte, objetId])).toEqual([
    ['fermerJour', '2025-04-22'],
    ['rouvrirJour', '2025-04-22'],
  ])
})

test('a day that counts in no delay is not said closed, nor one without a reason, nor by who instructs', async () => {
  for (const jour of ['2025-05-01', '2025-05-03'])
    expect(await fermerJour(deps(), chef, { jour, libelle: 'Fermé' })).toEqual({ ok: false, reason: 'DEJA_CHOME' })
  expect(await fermerJour(deps(), chef, { jour: '2025-05-02', libelle: ' ' })).toEqual({
    ok: false,
    reason: 'LIBELLE_MANQUANT',
  })
  const autre = await unAgent(world.db, 'INSTRUCTEUR')
  await expect(fermerJour(deps(), autre, { jour: '2025-05-02', libelle: 'Pont' })).rejects.toThrow(Forbidden)
  await expect(rouvrirJour(deps(), autre, { jour: '2025-05-02' })).rejects.toThrow(Forbidden)
})
