import { RYTHME } from '#domain/courriel/suspension'
import { describe, expect, test } from 'vitest'
import { DISQUE_LIBRE_MIN, RETARD_COURRIEL_S, retardPlanifie } from '#domain/entretien/bornes'
import { TRAVAUX_REPETES } from '#domain/entretien/travaux'
import { makeDb } from '#infra/db'
import { noterExecution } from '#infra/stores/entretien/execution'
import { metriques } from '#queries/cadre/metriques'
import { etatDeSante } from '#queries/cadre/sante'
import { HANDLERS } from '#workers/handlers/index'
import { startRelay } from '#workers/relay'
import { startWorkers } from '#workers/run'
import { until } from '#support/until'
import { unCourriel } from './faits'
import { log, STORES, unMonde } from './monde'

const MINUTE = 60_000

describe.each(STORES)('/sante/prete on %s', (kind) => {
  const monde = unMonde(kind)
  let libre = DISQUE_LIBRE_MIN
  const storage = { free: () => Promise.resolve(libre) }
  let plusTard = 0
  const now = () => new Date(Date.now() + plusTard)
  const sante = () => etatDeSante({ db: monde.db, store: monde.store, storage, now })
  const isReady = async () => (await sante()).pret
  const relais = (add?: () => Promise<never>) =>
    startRelay({
      db: monde.db,
      url: monde.url,
      queueOf: add ? () => ({ ...monde.queues.queueOf('courriels'), add }) : monde.queues.queueOf,
      log,
    })

  test('ready while a relay lives, and no longer when it has gone', async () => {
    expect(await sante()).toMatchObject({ pret: false, motif: expect.stringContaining('relais ne tourne pas') })
    const relay = relais()
    await until('ready', isReady)
    await relay.close()
    await until('not ready', async () => !(await isReady()))
  })

  test('a promise that nobody carries for over a minute is told', async () => {
    const relay = relais(() => Promise.reject(new Error('full')))
    await unCourriel(monde.db)
    await until('the relay lives', isReady)
    await monde.db.outboxJob.updateMany({ data: { runAt: new Date(Date.now() - 90_000) } })
    expect(await sante()).toMatchObject({ pret: false, motif: expect.stringMatching(/en retard.*9\d\u00a0secondes/) })
    await relay.close()
    await monde.db.outboxJob.deleteMany()
    await monde.db.courriel.deleteMany()
  })

  test('a mail that should have left is told past its bound; one that waits for its hour, is held or given up is not', async () => {
    const relay = relais()
    await until('the relay lives', isReady)
    const ilYA = (secondes: number) => new Date(Date.now() - secondes * 1_000)
    const vieillir = (id: string, secondes: number) =>
      monde.db.$executeRaw`UPDATE courriel SET du_le = ${ilYA(secondes)} WHERE id = ${id}::uuid`
    const { id } = await unCourriel(monde.db)
    await monde.db.outboxJob.deleteMany()
    await vieillir(id, RETARD_COURRIEL_S - 30)
    expect(await sante()).toMatchObject({ pret: true })
    await vieillir(id, RETARD_COURRIEL_S + 30)
    expect(await sante()).toMatchObject({
      pret: false,
      motif: 'Les courriels ne partent plus\u00a0: le plus ancien attend depuis 10\u00a0minutes.',
      mesures: { relais: { retardCourriel: expect.closeTo(RETARD_COURRIEL_S + 30, -1) } },
    })
    const { texte } = await metriques({ db: monde.db, storage, now })
    expect(texte).toMatch(/mcei_courriel_retard_secondes 6[23]\d/)
    expect(texte).toContain(`mcei_disque_libre_octets ${DISQUE_LIBRE_MIN}`)

    const changer = (data: Parameters<typeof monde.db.courriel.update>[0]['data']) =>
      monde.db.courriel.update({ where: { id }, data })
    await changer({ etat: 'ECHEC', cause: 'REFUSE' })
    expect(await isReady()).toBe(true)
    // Asked for again: it is late from that instant, whatever its age.
    await changer({ etat: 'A_ENVOYER' })
    expect(await isReady()).toBe(true)
    await vieillir(id, RETARD_COURRIEL_S + 30)
    await changer({ partirLe: new Date(Date.now() + MINUTE) })
    expect(await isReady()).toBe(true)
    await changer({ etat: 'RETENU', motifRetenue: 'FAIT_CADUC' })
    expect(await isReady()).toBe(true)
    await relay.close()
    await monde.db.courriel.deleteMany()
  })

  test('a repeated job that no longer runs is told by its name, and a stop of the whole is no delay', async () => {
    const relay = relais()
    await until('the relay lives', isReady)
    const borne = retardPlanifie(MINUTE) * 1_000
    await noterExecution(monde.db, 'comptes.resserrer', new Date(Date.now() - borne - MINUTE))
    // The relay has just started: it has its whole bound.
    expect(await sante()).toMatchObject({ pret: true })

    for (const nom of TRAVAUX_REPETES) await noterExecution(monde.db, nom, new Date(Date.now() + borne))
    await noterExecution(monde.db, 'comptes.resserrer', new Date())
    plusTard = borne + 5_000
    expect(await sante()).toMatchObject({
      pret: false,
      motif: expect.stringMatching(/ne se fait plus.*resserrer les compteurs.*depuis 17\u00a0minutes/),
    })
    expect((await sante()).mesures.planifies).toHaveLength(TRAVAUX_REPETES.length)
    await noterExecution(monde.db, 'comptes.resserrer', new Date(Date.now() + borne))
    expect(await sante()).toMatchObject({ pret: true })
    plusTard = 0
    await relay.close()
  })

  test('each run of a repeated job is written in the database, and no other job', async () => {
    const { db, store, queues, dir } = monde
    await db.execution.deleteMany()
    const deps = {
      db,
      queueOf: queues.queueOf,
      storage: { ...storage } as never,
      antivirus: null,
      mailer: { send: () => Promise.reject(new Error('none')), close: () => undefined },
      now: () => new Date(),
      rythme: RYTHME,
      tmp: dir,
      outbox: '/nulle-part',
    }
    const workers = startWorkers(store, { deps, handlers: HANDLERS, log })
    const avant = new Date()
    await queues.queueOf('entretien').add('comptes.resserrer', {}, {})
    await queues.queueOf('entretien').add('perimes.purger', { bad: 1 }, {})
    await until('both ran', async () => (await db.execution.count()) === 2)
    for (const { reussieLe } of await db.execution.findMany()) expect(reussieLe >= avant).toBe(true)
    await workers.close()
  })

  test('a disk that is nearly full is told, with what is left', async () => {
    const relay = relais()
    await until('the relay lives', isReady)
    libre = DISQUE_LIBRE_MIN - 1
    expect(await sante()).toMatchObject({
      pret: false,
      motif: expect.stringMatching(/disque est presque plein.*536,9\u00a0Mo/),
    })
    libre = DISQUE_LIBRE_MIN
    expect(await isReady()).toBe(true)
    await relay.close()
  })

  test('a store or a database that is away is told within seconds', { timeout: 30_000 }, async () => {
    const away = 'redis://127.0.0.1:1'
    expect(await etatDeSante({ db: monde.db, store: { kind: 'redis', url: away }, storage, now })).toMatchObject({
      pret: false,
      motif: expect.stringContaining('Redis'),
    })
    const db = makeDb('postgres://nobody@127.0.0.1:1/none')
    expect(await etatDeSante({ db, store: monde.store, storage, now })).toMatchObject({
      pret: false,
      motif: 'La base de données ne répond pas.',
    })
    await db.$disconnect()
  })
})
