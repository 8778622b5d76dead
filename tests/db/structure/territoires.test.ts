import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { pageTerritoires } from '#queries/structure/territoires'
import { ownDb } from '#support/own-db'
import { creerTerritoire, modifierTerritoire, supprimerTerritoire } from '#usecases/structure/regler-territoire'
import { NOW, unAgent, unDossier } from '../dossier/faits'

let world: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
beforeAll(async () => {
  world = await ownDb()
  chef = await unAgent(world.db, 'RESPONSABLE')
})
afterAll(() => world.drop())

const deps = (): Deps => ({ db: world.db, now: () => NOW })

const lePremier = async () => {
  const [territoire] = (await pageTerritoires(world.db)).territoires
  if (!territoire) throw new Error('no territoire')
  return territoire
}

/** What was refused left the territoires and the journal as they were. */
async function rienEcrit(faire: () => Promise<unknown>) {
  const etat = async () => [await pageTerritoires(world.db), await world.db.entreeJournal.count()]
  const avant = await etat()
  await faire()
  expect(await etat()).toEqual(avant)
}

const dossiersDe = async (territoire: string) => {
  const params = BannetteDossiersParams.parse({ territoire })
  const { lignes, total } = await bannetteDossiers(world.db, params, { moi: chef.id, now: NOW })
  expect(lireLignesDossiers(lignes)).toHaveLength(total)
  return total
}

test('a territoire is drawn, named in the menu, narrows the dossiers by the commune of their structure, and goes', async () => {
  const { id: dossierId } = await unDossier(world.db)
  await world.db.dossier.update({ where: { id: dossierId }, data: { structure: { update: { codeInsee: '62498' } } } })
  await unDossier(world.db)
  const avant = (await pageTerritoires(world.db)).sansTerritoire
  expect(await dossiersDe('aucun')).toBe(2)

  expect(await creerTerritoire(deps(), chef, { nom: ' Lens-Liévin ', communes: 'Liévin\nLens' })).toEqual({
    ok: true,
    value: { nom: 'Lens-Liévin' },
  })
  const { territoires, sansTerritoire } = await pageTerritoires(world.db)
  expect(territoires).toEqual([
    { id: expect.any(String), nom: 'Lens-Liévin', version: 1, communes: ['Lens', 'Liévin'] },
  ])
  expect(sansTerritoire).toBe(avant - 2)
  const { id } = await lePremier()
  expect((await menusBannette(world.db)).territoires).toEqual([{ id, nom: 'Lens-Liévin' }])
  expect(await dossiersDe(id)).toBe(1)
  expect(await dossiersDe('aucun')).toBe(1)

  await modifierTerritoire(deps(), chef, { id, version: 1, nom: 'Lens', communes: '62510' })
  expect(await lePremier()).toMatchObject({ nom: 'Lens', version: 2, communes: ['Liévin'] })
  expect(await dossiersDe(id)).toBe(0)

  expect(await supprimerTerritoire(deps(), chef, { id, version: 2 })).toEqual({ nom: 'Lens' })
  expect(await dossiersDe('aucun')).toBe(2)
  const actes = await world.db.entreeJournal.findMany({ where: { objet: 'territoire' }, orderBy: { id: 'asc' } })
  expect(actes.map(({ acte, detail }) => [acte, detail])).toEqual([
    ['creerTerritoire', { nom: 'Lens-Liévin', communes: 'Lens, Liévin' }],
    ['modifierTerritoire', { nom: 'Lens', communes: 'Liévin', nomAvant: 'Lens-Liévin', communesAvant: 'Lens, Liévin' }],
    ['supprimerTerritoire', { nom: 'Lens', communes: 'Liévin' }],
  ])
})

test('what is refused writes nothing: another name alike, a commune that is elsewhere, what nobody knows', async () => {
  await creerTerritoire(deps(), chef, { nom: 'Boulonnais', communes: 'Boulogne-sur-Mer' })
  const { id, version } = await lePremier()
  await creerTerritoire(deps(), chef, { nom: 'Ternois', communes: 'Saint-Pol-sur-Ternoise' })
  await rienEcrit(async () => {
    expect(await creerTerritoire(deps(), chef, { nom: 'BOULONNAIS', communes: 'Lens' })).toEqual({
      ok: false,
      reason: 'NOM_PRIS',
    })
    expect(
      await modifierTerritoire(deps(), chef, { id, version, nom: 'Boulonnais', communes: 'ST POL S/ TERNOISE' }),
    ).toEqual({ ok: false, reason: 'COMMUNE_AILLEURS', detail: 'Saint-Pol-sur-Ternoise (Ternois)' })
    expect(await creerTerritoire(deps(), chef, { nom: 'Nulle part', communes: 'Atlantide' })).toMatchObject({
      reason: 'COMMUNES_INCONNUES',
    })
  })
})

test('who may not set the campagnes draws no territoire; what was changed meanwhile, or is gone, is left', async () => {
  const autre = await unAgent(world.db, 'INSTRUCTEUR')
  const { id, version } = await lePremier()
  const saisi = { nom: 'Autre', communes: 'Calais' }
  await rienEcrit(async () => {
    await expect(creerTerritoire(deps(), autre, saisi)).rejects.toThrow(Forbidden)
    await expect(modifierTerritoire(deps(), autre, { id, version, ...saisi })).rejects.toThrow(Forbidden)
    await expect(supprimerTerritoire(deps(), autre, { id, version })).rejects.toThrow(Forbidden)
    await expect(modifierTerritoire(deps(), chef, { id, version: version + 1, ...saisi })).rejects.toThrow(Conflict)
    await expect(supprimerTerritoire(deps(), chef, { id, version: version + 1 })).rejects.toThrow(Conflict)
    const absent = '00000000-0000-4000-8000-000000000000'
    await expect(modifierTerritoire(deps(), chef, { id: absent, version: 1, ...saisi })).rejects.toThrow(NotFound)
  })
})
