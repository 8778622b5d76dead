import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { promiseJob } from '#infra/outbox'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { envoiDeCourriel } from '#jobs/catalogue'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import { refermerDeverrouillages } from '#usecases/deverrouillage/refermer-deverrouillages'
import { reprendreTravaux } from '#usecases/entretien/reprendre-travaux'
import { until } from '#support/until'
import { unAgentEnBase, unCourriel, uneCampagne, unDossierDeverrouille } from './faits'
import { unMonde } from './monde'

const HOUR = 3_600_000
const ECHEANCE = new Date('2025-05-06T21:59:59.999Z')

describe('what the system does by itself', () => {
  const monde = unMonde('postgres')
  let campagneId: string

  beforeAll(async () => {
    campagneId = (await uneCampagne(monde.db)).id
  })

  const at = (date: Date) => ({ db: monde.db, now: () => date })
  const read = (id: string) => monde.db.deverrouillage.findUniqueOrThrow({ where: { id } })

  test('a déverrouillage closes at its échéance, not before, once, and the journal says the system did it', async () => {
    const dossier = await unDossierDeverrouille(monde.db, campagneId, ECHEANCE)
    const id = dossier.deverrouillages[0]?.id ?? ''

    expect(await refermerDeverrouillages(at(new Date(ECHEANCE.getTime() - 1)))).toEqual({ refermes: 0 })
    expect((await read(id)).refermeLe).toBeNull()

    const after = at(new Date(ECHEANCE.getTime() + 40_000))
    const both = await Promise.all([refermerDeverrouillages(after), refermerDeverrouillages(after)])
    expect(both.map(({ refermes }) => refermes).toSorted()).toEqual([0, 1])
    expect(await read(id)).toMatchObject({ refermeLe: ECHEANCE, fermeture: 'ECHEANCE' })
    const journal = await monde.db.entreeJournal.findMany({ where: { objetId: dossier.id } })
    expect(journal).toMatchObject([
      { acteurType: 'SYSTEME', acteurId: null, acteur: 'Le système', acte: 'refermerDeverrouillage', objet: 'dossier' },
    ])
    expect((await monde.db.dossier.findUniqueOrThrow({ where: { id: dossier.id } })).version).toBe(dossier.version + 1)
  })

  test('an officer who acts at the same instant does not keep it open', async () => {
    const dossier = await unDossierDeverrouille(monde.db, campagneId, ECHEANCE)
    const acted = await monde.db.$transaction(async (tx) => {
      await claimVersion(tx, dossier)
      const closing = refermerDeverrouillages(at(new Date(ECHEANCE.getTime() + 1)))
      await until('the closing waits for the officer', async () => {
        const [row] = await monde.db.$queryRaw<{ n: number }[]>`
          SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
        return row?.n === 1
      })
      return { closing }
    })
    expect(await acted.closing).toEqual({ refermes: 1 })
  })

  test('a mail whose job the queue has lost is promised anew, once', async () => {
    const { id } = await unCourriel(monde.db)
    const { creeLe } = await monde.db.courriel.findUniqueOrThrow({ where: { id } })
    await monde.db.outboxJob.updateMany({ data: { publishedAt: creeLe } })
    const promises = () => monde.db.outboxJob.count({ where: { payload: { path: ['courrielId'], equals: id } } })

    await reprendreTravaux(at(new Date(creeLe.getTime() + HOUR)))
    expect(await promises()).toBe(1)
    const late = at(new Date(creeLe.getTime() + 3 * HOUR))
    expect(await reprendreTravaux(late)).toEqual({ courriels: 1, rapports: 0, lots: 0, messages: 0 })
    expect(await reprendreTravaux(late)).toEqual({ courriels: 0, rapports: 0, lots: 0, messages: 0 })
    expect(await promises()).toBe(2)
  })

  test('what is sent, or waits for an officer, is not promised anew', async () => {
    const { id: sent } = await unCourriel(monde.db)
    const { id: failed } = await unCourriel(monde.db)
    await monde.db.courriel.update({ where: { id: sent }, data: { etat: 'ENVOYE', envoyeLe: new Date() } })
    await monde.db.courriel.update({ where: { id: failed }, data: { etat: 'ECHEC' } })
    await monde.db.outboxJob.deleteMany()
    await monde.db.courriel.deleteMany({ where: { etat: 'A_ENVOYER' } })
    expect(await reprendreTravaux(at(new Date(Date.now() + 3 * HOUR)))).toMatchObject({ courriels: 0 })
  })

  test('only what has had its day is purged', async () => {
    const { id: agentId } = await unAgentEnBase(monde.db, 'LECTEUR')
    const now = new Date('2025-06-02T08:00:00Z')
    const expireLe = (days: number) => new Date(now.getTime() + days * 24 * HOUR)
    await monde.db.sessionAgent.createMany({
      data: [
        { id: randomUUID(), agentId, expireLe: expireLe(-1) },
        { id: 'alive', agentId, expireLe: expireLe(1) },
      ],
    })
    await monde.db.outboxJob.deleteMany()
    for (const days of [-31, -29]) {
      await monde.db.$transaction((tx) => promiseJob(tx, envoiDeCourriel, { courrielId: randomUUID() }))
      await monde.db.outboxJob.updateMany({ where: { publishedAt: null }, data: { publishedAt: expireLe(days) } })
    }
    await monde.db.$transaction((tx) => promiseJob(tx, envoiDeCourriel, { courrielId: randomUUID() }, expireLe(-60)))

    expect(await purgerPerimes(at(now))).toEqual({ sessions: 1, promesses: 1 })
    expect(await monde.db.sessionAgent.findMany({ select: { id: true } })).toEqual([{ id: 'alive' }])
    expect(await monde.db.outboxJob.count()).toBe(2)
  })
})
