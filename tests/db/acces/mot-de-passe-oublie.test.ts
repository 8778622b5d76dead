import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LIEN_A_LA_SORTIE } from '#domain/acces/compte'
import type { Agent } from '#domain/acces/droits'
import { motsASortir } from '#infra/stores/acces/lien-secret'
import { activerCompte } from '#usecases/acces/activer-compte'
import { ecrireLienOublie, oublierMotDePasse } from '#usecases/acces/oublier-mot-de-passe'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'
import { ownDb } from '#support/own-db'
import { NOW, unAgent } from '../dossier/faits'

const MOT = 'quatre chevaux bleus dorment'
const HEURE_MS = 3_600_000

describe('a forgotten password', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let agent: Agent
  const deps = (apresMs = 0) => ({ db: world.db, now: () => new Date(NOW.getTime() + apresMs) })
  let ips = 0
  const demander = (courriel: string, ip = `192.0.2.${(ips += 1)}`, apresMs = 0) =>
    oublierMotDePasse(deps(apresMs), { courriel, ip })

  beforeAll(async () => {
    world = await ownDb()
  })
  afterAll(() => world.drop())
  beforeEach(async () => {
    agent = await unAgent(world.db)
    await world.db.courriel.deleteMany({})
    await world.db.outboxJob.deleteMany({})
  })

  const ecrire = (apresMs = 0) =>
    ecrireLienOublie(deps(apresMs), { demandeId: randomUUID(), agentId: agent.id, demandeLe: NOW.getTime() + apresMs })
  const courriels = () => world.db.courriel.findMany({ orderBy: { creeLe: 'asc' } })
  const jetonDe = (texte: string) => /\/activation\/([\w-]{43})/.exec(texte)?.[1] ?? ''

  test('who asks is answered the same for an address that nobody has, and the same is promised', async () => {
    expect(await demander(` ${agent.courriel.toUpperCase()} `)).toEqual({ ok: true, value: undefined })
    expect(await demander('personne@exemple.test')).toEqual({ ok: true, value: undefined })
    const promesses = await world.db.outboxJob.findMany({ where: { name: 'acces.oublier' }, orderBy: { id: 'asc' } })
    expect(promesses.map(({ payload }) => Object.keys(payload as object).sort())).toEqual([
      ['agentId', 'demandeId', 'demandeLe'],
      ['agentId', 'demandeId', 'demandeLe'],
    ])
    expect(promesses.map(({ payload }) => (payload as { agentId: string }).agentId)).toContain(agent.id)
    expect(await courriels()).toEqual([])
    await ecrireLienOublie(deps(), { demandeId: randomUUID(), agentId: randomUUID(), demandeLe: NOW.getTime() })
    expect(await courriels()).toEqual([])
  })

  test('the link is in the mail that leaves and in no row; it serves once, and ends every session', async () => {
    await ecrire()
    const [ecrit] = await courriels()
    if (!ecrit) throw new Error('no mail')
    expect(ecrit).toMatchObject({ etat: 'A_ENVOYER', destinataire: agent.courriel, acteurType: 'SYSTEME' })
    expect(ecrit.texte).toContain(LIEN_A_LA_SORTIE)
    const sorti = motsASortir(ecrit)
    const jeton = jetonDe(sorti.texte)
    expect(jetonDe(sorti.html)).toBe(jeton)
    const tout = JSON.stringify(
      [
        ecrit,
        await world.db.outboxJob.findMany(),
        await world.db.entreeJournal.findMany(),
        await world.db.agent.findMany(),
      ],
      (_, valeur: unknown) => (typeof valeur === 'bigint' ? String(valeur) : valeur),
    )
    expect(tout).not.toContain(jeton)
    await world.db.sessionAgent.create({
      data: { id: 's', agentId: agent.id, expireLe: new Date(NOW.getTime() + HEURE_MS), vuLe: NOW },
    })
    expect(await activerCompte(deps(HEURE_MS), { jeton, motDePasse: MOT })).toMatchObject({ ok: true })
    expect(await world.db.sessionAgent.count({ where: { agentId: agent.id } })).toBe(0)
    expect(await activerCompte(deps(HEURE_MS), { jeton, motDePasse: MOT })).toEqual({
      ok: false,
      reason: 'LIEN_INCONNU',
    })
  })

  test('it serves for a day', async () => {
    await ecrire()
    const [ecrit] = await courriels()
    const jeton = jetonDe(ecrit ? motsASortir(ecrit).texte : '')
    expect(await activerCompte(deps(24 * HEURE_MS + 1), { jeton, motDePasse: MOT })).toMatchObject({ ok: false })
    expect(await activerCompte(deps(24 * HEURE_MS - 1), { jeton, motDePasse: MOT })).toMatchObject({ ok: true })
  })

  test('a second one makes the first useless, and it does not leave any more', async () => {
    await ecrire()
    await ecrire(60_000)
    const [premier, second] = await courriels()
    if (!premier || !second) throw new Error('two mails were asked for')
    const permis = (courriel: typeof premier) => world.db.$transaction((tx) => permisDePartir(tx, courriel, NOW))
    expect(await permis(premier)).toEqual({ ok: false, reason: 'FAIT_CADUC' })
    expect(await permis(second)).toEqual({ ok: true, value: undefined })
    const jeton = jetonDe(motsASortir(premier).texte)
    expect(await activerCompte(deps(), { jeton, motDePasse: MOT })).toMatchObject({ ok: false })
  })

  test('a worker that begins again writes once, and does not open again a link that has served', async () => {
    const oubli = { demandeId: randomUUID(), agentId: agent.id, demandeLe: NOW.getTime() }
    await ecrireLienOublie(deps(), oubli)
    const [ecrit] = await courriels()
    const jeton = jetonDe(ecrit ? motsASortir(ecrit).texte : '')
    await activerCompte(deps(), { jeton, motDePasse: MOT })
    await ecrireLienOublie(deps(), oubli)
    expect(await courriels()).toHaveLength(1)
    expect(await activerCompte(deps(), { jeton, motDePasse: MOT })).toMatchObject({ ok: false })
  })

  test('a closed account is written nothing', async () => {
    await world.db.agent.update({ where: { id: agent.id }, data: { actif: false } })
    await ecrire()
    expect(await courriels()).toEqual([])
  })

  test('asked again and again, of one address or from one place, each one waits; the sign-in of that address does not', async () => {
    for (let fois = 0; fois < 6; fois += 1) await demander(agent.courriel, undefined, fois)
    expect(await demander(agent.courriel, undefined, 10)).toMatchObject({ ok: false, reason: 'TROP_D_ESSAIS' })
    for (let fois = 0; fois < 6; fois += 1) await demander(`un-${fois}@exemple.test`, '198.51.100.7', fois)
    expect(await demander('un-autre@exemple.test', '198.51.100.7', 10)).toMatchObject({
      ok: false,
      reason: 'TROP_D_ESSAIS',
    })
    expect(await demander('encore-un@exemple.test', '198.51.100.8', 10)).toMatchObject({ ok: true })
  })
})
