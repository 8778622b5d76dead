import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { RYTHME } from '#domain/courriel/suspension'
import { Conflict, NotFound } from '#infra/errors'
import type { JobWorker } from '#infra/queue'
import { diskStorage } from '#infra/storage'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { avancerCourriel } from '#usecases/courriel/avancer-courriel'
import { deplacerCourriel } from '#usecases/courriel/deplacer-courriel'
import type { HandlerDeps } from '#workers/define-handler'
import { HANDLERS } from '#workers/handlers/index'
import { makeMailer } from '#workers/mailer'
import { relayOnce } from '#workers/relay'
import { startWorkers } from '#workers/run'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { unAgentEnBase, unCourriel } from '../workers/faits'
import { log, unMonde } from '../workers/monde'

const HEURE = 3_600_000
const dans = (heures: number) => new Date(Date.now() + heures * HEURE)

describe('un courriel qui attend son heure', () => {
  const monde = unMonde('postgres')
  let smtp: OwnSmtp
  let deps: HandlerDeps
  let workers: JobWorker

  beforeAll(async () => {
    smtp = await ownSmtp()
    const from = { name: 'MCEI', address: 'mcei@mcei.test' }
    deps = {
      db: monde.db,
      storage: diskStorage(monde.dir),
      antivirus: null,
      queueOf: monde.queues.queueOf,
      mailer: makeMailer({ url: smtp.url, outbox: monde.dir, from }),
      now: () => new Date(),
      rythme: RYTHME,
      tmp: path.join(monde.dir, 'tmp'),
      outbox: '/nulle-part',
    }
    workers = startWorkers(monde.store, { deps, handlers: HANDLERS, log })
  })

  afterAll(async () => {
    await workers.close()
    deps.mailer.close()
    await smtp.close()
  })

  const agent = () => unAgentEnBase(monde.db, 'INSTRUCTEUR')
  const read = (id: string) => monde.db.courriel.findUniqueOrThrow({ where: { id } })
  const carry = () => relayOnce(monde.db, monde.queues.queueOf, log)
  const promesses = (courrielId: string) =>
    monde.db.outboxJob.findMany({ where: { publishedAt: null, payload: { path: ['courrielId'], equals: courrielId } } })
  const untilSent = (id: string) => until('courriel sent', async () => (await read(id)).etat === 'ENVOYE')
  const actesOf = async (objetId: string) =>
    (await monde.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })).map(({ acte }) => acte)

  /** Lets its hour come, as the clock would. */
  const sonner = (courrielId: string) =>
    monde.db.outboxJob.updateMany({
      where: { publishedAt: null, payload: { path: ['courrielId'], equals: courrielId } },
      data: { runAt: dans(-1) },
    })

  test('does not leave before it, then leaves', async () => {
    const { id } = await unCourriel(monde.db, { partirLe: dans(2) })
    await carry()
    expect((await promesses(id)).length).toBe(1)
    expect((await read(id)).etat).toBe('A_ENVOYER')
    await sonner(id)
    await carry()
    await untilSent(id)
    expect(smtp.mails.map(({ messageId }) => messageId)).toContain(`<${id}@mcei.test>`)
  })

  test('taken back, it never leaves, and the journal tells who', async () => {
    const { id } = await unCourriel(monde.db, { partirLe: dans(2) })
    expect(await annulerCourriel(deps, await agent(), { courrielId: id, version: 0 })).toMatchObject({ ok: true })
    expect(await read(id)).toMatchObject({ etat: 'ANNULE', version: 1 })
    expect(await promesses(id)).toEqual([])
    expect(await actesOf(id)).toEqual(['annulerCourriel'])
  })

  test('sent without waiting, it leaves once, and its hour then does nothing', async () => {
    const { id } = await unCourriel(monde.db, { partirLe: dans(2) })
    expect(await avancerCourriel(deps, await agent(), { courrielId: id, version: 0 })).toMatchObject({ ok: true })
    expect(await promesses(id)).toHaveLength(1)
    await carry()
    await untilSent(id)
    await sonner(id)
    expect(await carry()).toBe(0)
    expect(smtp.mails.filter(({ messageId }) => messageId === `<${id}@mcei.test>`)).toHaveLength(1)
    expect(await actesOf(id)).toEqual(['avancerCourriel', 'envoyerCourriel'])
  })

  test('moved, it has one promise, at its new hour; a past or too distant one is refused', async () => {
    const { id } = await unCourriel(monde.db, { partirLe: dans(2) })
    const demain = dans(24)
    const moi = await agent()
    const vise = { courrielId: id, version: 0 }
    expect(await deplacerCourriel(deps, moi, { ...vise, partirLe: dans(-1) })).toEqual({
      ok: false,
      reason: 'DEPART_PASSE',
    })
    expect(await deplacerCourriel(deps, moi, { ...vise, partirLe: dans(61 * 24) })).toEqual({
      ok: false,
      reason: 'DEPART_TROP_LOIN',
    })
    expect(await deplacerCourriel(deps, moi, { ...vise, partirLe: demain })).toMatchObject({ ok: true })
    expect((await promesses(id)).map(({ runAt }) => runAt)).toEqual([demain])
    expect(await read(id)).toMatchObject({ partirLe: demain, etat: 'A_ENVOYER' })
  })

  test('carried by the relay, it is no longer anybody’s to take back', async () => {
    const { id } = await unCourriel(monde.db, { partirLe: dans(2) })
    await monde.db.outboxJob.updateMany({
      where: { payload: { path: ['courrielId'], equals: id } },
      data: { publishedAt: new Date() },
    })
    const answer = await annulerCourriel(deps, await agent(), { courrielId: id, version: 0 })
    expect(answer).toEqual({ ok: false, reason: 'COURRIEL_DEJA_PARTI' })
    expect((await read(id)).etat).toBe('A_ENVOYER')
  })

  test('without an hour, or tied to the act it announces, it is refused and nothing is written', async () => {
    const moi = await agent()
    const { id: immediat } = await unCourriel(monde.db)
    expect(await annulerCourriel(deps, moi, { courrielId: immediat, version: 0 })).toEqual({
      ok: false,
      reason: 'COURRIEL_DEJA_PARTI',
    })
    const { id } = await unCourriel(monde.db, { modele: 'deverrouillage_accorde', partirLe: dans(2) })
    expect(await annulerCourriel(deps, moi, { courrielId: id, version: 0 })).toEqual({
      ok: false,
      reason: 'COURRIEL_LIE',
    })
    expect(await actesOf(id)).toEqual([])
    expect(await promesses(id)).toHaveLength(1)
  })

  test('of an officer who takes it back and one who sends it at the same instant, one wins', async () => {
    const { id } = await unCourriel(monde.db, { partirLe: dans(2) })
    const vise = { courrielId: id, version: 0 }
    const [un, deux] = [await agent(), await agent()]
    const both = await Promise.allSettled([annulerCourriel(deps, un, vise), avancerCourriel(deps, deux, vise)])
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1)
    expect((await actesOf(id)).length).toBe(1)
  })

  test('a lecteur may not, an old page is a Conflict, an unknown courriel is not found', async () => {
    const { id } = await unCourriel(monde.db, { partirLe: dans(2) })
    const lecteur = await unAgentEnBase(monde.db, 'LECTEUR')
    await expect(annulerCourriel(deps, lecteur, { courrielId: id, version: 0 })).rejects.toBeInstanceOf(Forbidden)
    const moi = await agent()
    await expect(annulerCourriel(deps, moi, { courrielId: id, version: 3 })).rejects.toBeInstanceOf(Conflict)
    const inconnu = '00000000-0000-4000-8000-000000000000'
    await expect(annulerCourriel(deps, moi, { courrielId: inconnu, version: 0 })).rejects.toBeInstanceOf(NotFound)
  })
})
