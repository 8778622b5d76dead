import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { groupesDeServeurs } from '#queries/courriel/groupes-de-serveurs'
import { ownDb } from '#support/own-db'
import {
  creerGroupeDeServeurs,
  modifierGroupeDeServeurs,
  supprimerGroupeDeServeurs,
} from '#usecases/courriel/allure/regler-groupe-de-serveurs'
import { NOW, unAgent } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let admin: Agent
beforeAll(async () => {
  own = await ownDb()
  admin = await unAgent(own.db, 'ADMIN')
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const SFR = { nom: 'SFR', domaines: '@SFR.fr, neuf.fr', simultanes: '2', parHeure: '500' }
const groupes = async () => (await groupesDeServeurs(own.db)).map(({ id: _, ...reste }) => reste)

test('Orange and Wanadoo share three from the start; an administrator adds, changes and takes away groups, each domain in one', async () => {
  const orange = {
    ...{ nom: 'Orange et Wanadoo', version: 1, simultanes: 3, parHeure: null },
    ...{ domaines: ['orange.fr', 'wanadoo.fr'], enAttente: 0 },
  }
  expect(await groupes()).toEqual([orange])
  const chef = await unAgent(own.db, 'RESPONSABLE')
  await expect(creerGroupeDeServeurs(deps(), chef, SFR)).rejects.toBeInstanceOf(Forbidden)
  expect(await creerGroupeDeServeurs(deps(), admin, { ...SFR, domaines: 'wanadoo.fr sfr.fr' })).toEqual({
    ...{ ok: false, reason: 'DOMAINE_AILLEURS', detail: 'wanadoo.fr (Orange et Wanadoo)' },
  })
  expect(await creerGroupeDeServeurs(deps(), admin, { ...SFR, nom: 'orange ET wanadoo' })).toMatchObject({
    reason: 'NOM_PRIS',
  })
  expect(await creerGroupeDeServeurs(deps(), admin, SFR)).toEqual({ ok: true, value: { nom: 'SFR' } })
  const sfr = { nom: 'SFR', version: 1, simultanes: 2, parHeure: 500, domaines: ['neuf.fr', 'sfr.fr'], enAttente: 0 }
  expect(await groupes()).toEqual([orange, sfr])

  const { id } = await own.db.groupeDeServeurs.findFirstOrThrow({ where: { nom: 'SFR' } })
  const change = { ...SFR, id, version: 1, domaines: 'sfr.fr', simultanes: '4', parHeure: '' }
  expect(await modifierGroupeDeServeurs(deps(), admin, change)).toMatchObject({ ok: true })
  expect(await groupes()).toEqual([orange, { ...sfr, version: 2, simultanes: 4, parHeure: null, domaines: ['sfr.fr'] }])
  await expect(modifierGroupeDeServeurs(deps(), admin, change)).rejects.toBeInstanceOf(Conflict)
  await expect(supprimerGroupeDeServeurs(deps(), admin, { id, version: 1 })).rejects.toBeInstanceOf(Conflict)
  expect(await supprimerGroupeDeServeurs(deps(), admin, { id, version: 2 })).toEqual({ nom: 'SFR' })
  expect(await groupes()).toEqual([orange])
  const entrees = await own.db.entreeJournal.findMany({ where: { objet: 'envois' }, orderBy: { id: 'asc' } })
  expect(entrees.map(({ acte }) => acte)).toEqual([
    ...['creerGroupeDeServeurs', 'modifierGroupeDeServeurs', 'supprimerGroupeDeServeurs'],
  ])
})
