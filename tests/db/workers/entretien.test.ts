import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { RYTHME } from '#domain/courriel/suspension'
import { promiseJob } from '#infra/outbox'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { envoiDeCourriel } from '#jobs/catalogue'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import { refermerDeverrouillages } from '#usecases/deverrouillage/refermer-deverrouillages'
import { reprendreTravaux } from '#usecases/entretien/reprendre-travaux'
import { reprendreEnvois } from '#usecases/courriel/reprendre-envois'
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

  const promises = (id: string) =>
    monde.db.outboxJob.findMany({ where: { payload: { path: ['courrielId'], equals: id } }, orderBy: { id: 'asc' } })
  const reprendre = (date: Date, connus: readonly string[] = []) =>
    reprendreTravaux({
      ...at(date),
      connus: (_, ids) => Promise.resolve(new Set(ids.filter((id) => connus.includes(id)))),
    })
  const RIEN = { courriels: 0, examens: 0, actes: 0, lettres: 0, rapports: 0, lots: 0, messages: 0, reapplications: 0 }

  test('a mail whose job the queue no longer knows is promised anew, at once and once', async () => {
    const { id } = await unCourriel(monde.db)
    const now = new Date()
    expect(await reprendre(now)).toEqual(RIEN)
    await monde.db.outboxJob.updateMany({ data: { publishedAt: now } })
    const [carried] = await promises(id)

    expect(await reprendre(now, [carried?.id ?? ''])).toEqual(RIEN)
    expect(await reprendre(now)).toEqual({ ...RIEN, courriels: 1 })
    expect(await reprendre(now)).toEqual(RIEN)
    expect(await promises(id)).toHaveLength(2)
  })

  test('a job that ended long ago and left its mail waiting is promised anew, though the queue knows it', async () => {
    await monde.db.courriel.deleteMany()
    await monde.db.outboxJob.deleteMany()
    const { id } = await unCourriel(monde.db)
    const now = new Date()
    await monde.db.outboxJob.updateMany({ data: { publishedAt: now } })
    const known = (await promises(id)).map((promise) => promise.id)
    expect(await reprendre(new Date(now.getTime() + HOUR), known)).toEqual(RIEN)
    expect(await reprendre(new Date(now.getTime() + 3 * HOUR), known)).toEqual({ ...RIEN, courriels: 1 })
  })

  test('what nobody promised is left to who reads it, until it has waited long', async () => {
    await monde.db.courriel.deleteMany()
    await unCourriel(monde.db)
    await monde.db.outboxJob.deleteMany()
    expect(await reprendre(new Date())).toEqual(RIEN)
    expect(await reprendre(new Date(Date.now() + 3 * HOUR))).toEqual({ ...RIEN, courriels: 1 })
  })

  test('every kind of work is taken up, whatever the number that waits before it', async () => {
    await monde.db.courriel.deleteMany()
    await monde.db.outboxJob.deleteMany()
    const modele = await unCourriel(monde.db)
    const { id: _, jetonRetour: __, ...colonnes } = await monde.db.courriel.findUniqueOrThrow({ where: modele })
    await monde.db.courriel.createMany({
      data: Array.from({ length: 1_100 }, (_un, i) => ({ ...colonnes, cleUnique: `essai/lot-${i}` })),
    })
    expect(await reprendre(new Date(Date.now() + 3 * HOUR))).toEqual({ ...RIEN, courriels: 1_100 })
  })

  test('while the queue does not answer, nothing is called lost', async () => {
    await monde.db.outboxJob.updateMany({ data: { publishedAt: new Date() } })
    const connus = () => Promise.reject(new Error('away'))
    await expect(reprendreTravaux({ ...at(new Date()), connus })).rejects.toThrow('away')
  })

  test('while the sending is suspended no mail has a job, and none is promised one', async () => {
    await monde.db.courriel.deleteMany()
    await monde.db.outboxJob.deleteMany()
    await unCourriel(monde.db)
    const suspendre = (quand: Date | null) =>
      monde.db.expedition.update({
        where: { id: 1 },
        data: { suspendueDepuis: quand, prochainEssaiLe: quand, cause: quand && 'INJOIGNABLE' },
      })
    await monde.db.outboxJob.updateMany({ data: { publishedAt: new Date() } })
    await suspendre(new Date())
    expect(await reprendre(new Date(Date.now() + 3 * HOUR))).toEqual(RIEN)
    await suspendre(null)
    expect(await reprendre(new Date(Date.now() + 3 * HOUR))).toEqual({ ...RIEN, courriels: 1 })
  })

  test('a mail that was on its way when its worker died is told to an officer, and never sent again', async () => {
    await monde.db.courriel.deleteMany()
    const { id } = await unCourriel(monde.db)
    const transmisLe = new Date()
    await monde.db.courriel.update({ where: { id }, data: { transmisLe, tentatives: 1 } })
    await monde.db.outboxJob.deleteMany()
    const apres = (ms: number) => ({ ...at(new Date(transmisLe.getTime() + ms)), rythme: RYTHME })
    await reprendreEnvois(apres(RYTHME.silence - 1))
    expect(await monde.db.courriel.findUnique({ where: { id } })).toMatchObject({ etat: 'A_ENVOYER' })
    expect(await reprendre(new Date(Date.now() + 3 * HOUR))).toEqual(RIEN)
    expect(await reprendreEnvois(apres(RYTHME.silence + 1))).toMatchObject({ muets: 1 })
    expect(await monde.db.courriel.findUnique({ where: { id } })).toMatchObject({
      etat: 'ECHEC',
      cause: 'ISSUE_INCONNUE',
      transmisLe,
    })
  })

  test('what is sent, or waits for an officer, is not promised anew', async () => {
    await monde.db.courriel.deleteMany()
    const { id: sent } = await unCourriel(monde.db)
    const { id: failed } = await unCourriel(monde.db)
    await monde.db.courriel.update({ where: { id: sent }, data: { etat: 'ENVOYE', envoyeLe: new Date() } })
    await monde.db.courriel.update({ where: { id: failed }, data: { etat: 'ECHEC', cause: 'REFUSE' } })
    await monde.db.outboxJob.deleteMany()
    expect(await reprendre(new Date(Date.now() + 3 * HOUR))).toEqual(RIEN)
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
