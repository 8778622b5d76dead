import { describe, expect, test } from 'vitest'
import { makeDb } from '#infra/db'
import { etatDeSante } from '#queries/cadre/sante'
import { startRelay } from '#workers/relay'
import { until } from '#support/until'
import { unCourriel } from './faits'
import { log, STORES, unMonde } from './monde'

describe.each(STORES)('/sante/prete on %s', (kind) => {
  const monde = unMonde(kind)
  const isReady = async () => (await etatDeSante(monde)).pret

  test('ready while a relay lives, and no longer when it has gone', async () => {
    expect(await etatDeSante(monde)).toEqual({ pret: false, motif: expect.stringContaining('relais ne tourne pas') })
    const relay = startRelay({ db: monde.db, url: monde.url, queueOf: monde.queues.queueOf, log })
    await until('ready', isReady)
    await relay.close()
    await until('not ready', async () => !(await isReady()))
  })

  test('a promise that nobody carries for over a minute is told', async () => {
    const relay = startRelay({
      db: monde.db,
      url: monde.url,
      queueOf: () => ({ ...monde.queues.queueOf('courriels'), add: () => Promise.reject(new Error('full')) }),
      log,
    })
    await unCourriel(monde.db)
    await until('the relay lives', isReady)
    await monde.db.outboxJob.updateMany({ data: { runAt: new Date(Date.now() - 90_000) } })
    const etat = await etatDeSante(monde)
    expect(etat).toEqual({ pret: false, motif: expect.stringMatching(/en retard.*9\d\u00a0secondes/) })
    await relay.close()
  })

  test('a store or a database that is away is told within seconds', { timeout: 30_000 }, async () => {
    const away = 'redis://127.0.0.1:1'
    expect(await etatDeSante({ db: monde.db, store: { kind: 'redis', url: away } })).toEqual({
      pret: false,
      motif: expect.stringContaining('Redis'),
    })
    const db = makeDb('postgres://nobody@127.0.0.1:1/none')
    expect(await etatDeSante({ db, store: monde.store })).toEqual({
      pret: false,
      motif: 'La base de données ne répond pas.',
    })
    await db.$disconnect()
  })
})
