import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { makeWorker } from '#infra/queue'
import { envoiDeCourriel, JOBS } from '#jobs/catalogue'
import { nomDeTravail } from '#libelles/travaux'
import { travauxEnFile } from '#queries/cadre/travaux'
import { relancerTravail } from '#usecases/entretien/relancer-travail'
import { until } from '#support/until'
import { unAgent } from '../dossier/faits'
import { STORES, unMonde } from './monde'

const NOW = new Date('2030-01-01T08:00:00Z')

describe.each(STORES)('the jobs kept on %s', (kind) => {
  const monde = unMonde(kind)

  test('one that failed is shown with its reason, done again once by an ADMIN, and the journal says so', async () => {
    const courrielId = randomUUID()
    const charge = { courrielId }
    await monde.queues.queueOf('courriels').add(envoiDeCourriel.name, charge, { jobId: randomUUID(), attempts: 1 })
    await monde.queues.queueOf('rapports').add('rapport.generer', {}, { jobId: randomUUID() })
    const lire = async () => (await travauxEnFile(monde)) ?? []
    const worker = makeWorker(monde.store, 'courriels', () => Promise.reject(new Error('sans suite')), {
      onError: () => undefined,
    })
    await until('it failed', async () => (await lire()).some(({ etat }) => etat === 'failed'))
    await worker.close()
    const [echec, autre] = await lire()
    expect(echec).toMatchObject({
      queue: 'courriels',
      nom: 'courriel.envoyer',
      etat: 'failed',
      essais: 1,
      erreur: 'sans suite',
      relanceLe: null,
    })
    expect(JSON.stringify(echec)).not.toContain(courrielId)
    expect(autre).toMatchObject({ queue: 'rapports', etat: 'waiting', essais: 0 })

    const deps = { ...monde, now: () => NOW }
    const admin = await unAgent(monde.db, 'ADMIN')
    const vise = { queue: 'courriels', id: echec?.id ?? '', vu: echec?.depuis.toISOString() ?? '' }
    await expect(relancerTravail(deps, await unAgent(monde.db, 'RESPONSABLE'), vise)).rejects.toThrow(Forbidden)
    const rien = { ok: false, reason: 'PAS_EN_ECHEC' }
    expect(await relancerTravail(deps, admin, { ...vise, vu: NOW.toISOString() })).toEqual(rien)
    expect(await relancerTravail(deps, admin, { ...vise, queue: 'nulle' })).toEqual(rien)
    expect(await relancerTravail(deps, admin, { queue: 'rapports', id: autre?.id ?? '', vu: vise.vu })).toEqual(rien)
    const reponses = await Promise.all([relancerTravail(deps, admin, vise), relancerTravail(deps, admin, vise)])
    expect(reponses).toContainEqual({ ok: true, value: undefined })
    expect(reponses).toContainEqual({ ok: false, reason: 'DEJA_RELANCE' })

    const promesses = await monde.db.outboxJob.findMany({ where: { name: envoiDeCourriel.name } })
    expect(promesses.map(({ payload }) => payload)).toEqual([charge])
    const entrees = await monde.db.entreeJournal.findMany({ where: { objet: 'travail' } })
    expect(entrees).toMatchObject([
      { acte: 'relancerTravail', objetId: vise.id, detail: { nom: 'courriel.envoyer', erreur: 'sans suite' } },
    ])
    expect((await lire())[0]).toMatchObject({ id: vise.id, relanceLe: NOW })
  })

  test('a store that does not answer is said to', async () => {
    const store =
      kind === 'redis' ? { kind, url: 'redis://127.0.0.1:1' } : { kind, url: 'postgresql://x@127.0.0.1:1/x' }
    expect(await travauxEnFile({ db: monde.db, store })).toBeNull()
  }, 60_000)
})

test.each(JOBS.map(({ name }) => name))('%s is said in words', (nom) => {
  expect(nomDeTravail(nom)).not.toBe(nom)
})
