import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { vuesEnregistrees } from '#queries/bannette/vues-enregistrees'
import { ownDb } from '#support/own-db'
import { enregistrerVue } from '#usecases/bannette/enregistrer-vue'
import { retirerVue } from '#usecases/bannette/retirer-vue'
import { NOW, unAgent } from '../dossier/faits'

describe('the narrowings kept under a name', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let moi: Agent
  let collegue: Agent
  const deps = () => ({ db: world.db, now: () => NOW })
  beforeAll(async () => {
    world = await ownDb()
    moi = await unAgent(world.db)
    collegue = await unAgent(world.db, 'RESPONSABLE', 'Dominique')
  })
  afterAll(() => world.drop())

  const garder = async (agent: Agent, nom: string, voulu: { recherche?: string; partagee?: boolean } = {}) => {
    const saisie = { bannette: 'dossiers', nom, recherche: 'vue=a-faire', partagee: false, ...voulu } as const
    const answer = await enregistrerVue(deps(), agent, saisie)
    if (!answer.ok) throw new Error(answer.reason)
    return answer.value.id
  }
  const noms = async (agent: Agent) => (await vuesEnregistrees(world.db, agent, 'dossiers')).map(({ nom }) => nom)

  test('mine are mine, what is shared is everybody’s, and the page one was on is not kept', async () => {
    const id = await garder(moi, '  Mes   allemands ', { recherche: '?vue=miens&page=3&pays=Allemagne' })
    await garder(collegue, 'À voir en séance', { partagee: true })
    expect(await noms(moi)).toEqual(['À voir en séance', 'Mes allemands'].toSorted((a, b) => a.localeCompare(b, 'fr')))
    expect(await noms(collegue)).toEqual(['À voir en séance'])
    expect(await vuesEnregistrees(world.db, moi, 'pre-projets')).toEqual([])
    const lues = await vuesEnregistrees(world.db, moi, 'dossiers')
    expect(lues.find((vue) => vue.id === id)).toMatchObject({
      recherche: 'vue=miens&pays=Allemagne',
      partageePar: null,
      peutRetirer: true,
    })
    expect(lues.find(({ nom }) => nom === 'À voir en séance')).toMatchObject({
      partageePar: 'Dominique Essai',
      peutRetirer: false,
    })
    expect(await world.db.entreeJournal.count({ where: { acte: 'enregistrerVue', objetId: id } })).toBe(1)
  })

  test('the same name again takes the place of the first; without a name nothing is kept', async () => {
    const id = await garder(moi, 'Deux fois')
    expect(await garder(moi, 'Deux fois', { recherche: 'vue=tous' })).toBe(id)
    const saisie = { bannette: 'dossiers', recherche: '', partagee: false } as const
    expect(await enregistrerVue(deps(), moi, { ...saisie, nom: '  ' })).toMatchObject({ reason: 'SANS_NOM' })
    expect(await enregistrerVue(deps(), moi, { ...saisie, nom: 'x'.repeat(61) })).toMatchObject({
      reason: 'NOM_TROP_LONG',
    })
    expect((await noms(moi)).filter((nom) => nom === 'Deux fois')).toHaveLength(1)
  })

  test('its owner takes it away, an ADMIN where it is shared, nobody else; as it was on the screen', async () => {
    const admin = await unAgent(world.db, 'ADMIN', 'Alex')
    const mienne = await garder(moi, 'À moi')
    const partagee = await garder(moi, 'À tous', { partagee: true })
    await expect(retirerVue(deps(), admin, { id: mienne, version: 0 })).rejects.toThrow(NotFound)
    await expect(retirerVue(deps(), collegue, { id: partagee, version: 0 })).rejects.toThrow(Forbidden)
    await garder(moi, 'À tous', { partagee: true, recherche: 'vue=tous' })
    await expect(retirerVue(deps(), moi, { id: partagee, version: 0 })).rejects.toThrow(Conflict)
    expect(await retirerVue(deps(), admin, { id: partagee, version: 1 })).toEqual({ nom: 'À tous' })
    await retirerVue(deps(), moi, { id: mienne, version: 0 })
    expect(await noms(moi)).not.toContain('À moi')
    expect(await world.db.entreeJournal.count({ where: { acte: 'retirerVue' } })).toBe(2)
  })
})
