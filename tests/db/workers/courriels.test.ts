import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RYTHME } from '#domain/courriel/suspension'
import { promiseJob } from '#infra/outbox'
import type { JobWorker } from '#infra/queue'
import { diskStorage } from '#infra/storage'
import { envoiDeCourriel } from '#jobs/catalogue'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { relancerCourriel } from '#usecases/courriel/relancer-courriel'
import type { HandlerDeps } from '#workers/define-handler'
import { HANDLERS } from '#workers/handlers/index'
import { makeMailer } from '#workers/mailer'
import { relayOnce } from '#workers/relay'
import { startWorkers } from '#workers/run'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { unAgentEnBase, unCourriel } from './faits'
import { log, STORES, unMonde } from './monde'

const NOW = new Date('2025-06-02T08:00:00Z')

describe.each(STORES)('mails by a worker on %s', (kind) => {
  const monde = unMonde(kind)
  let smtp: OwnSmtp
  let deps: HandlerDeps
  let workers: JobWorker

  beforeAll(async () => {
    smtp = await ownSmtp()
    deps = {
      db: monde.db,
      storage: diskStorage(monde.dir),
      antivirus: null,
      queueOf: monde.queues.queueOf,
      mailer: makeMailer({
        url: smtp.url,
        outbox: monde.dir,
        from: { name: 'MCEI', address: 'mcei@mcei.test' },
        replyTo: 'agent@mcei.test',
      }),
      now: () => NOW,
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

  beforeEach(() => {
    smtp.mails.length = 0
    smtp.answer = () => null
  })

  const carry = () => relayOnce(monde.db, monde.queues.queueOf, log)
  const read = (id: string) => monde.db.courriel.findUniqueOrThrow({ where: { id } })
  const untilEtat = (id: string, etat: string) => until(`courriel ${etat}`, async () => (await read(id)).etat === etat)
  const actesOf = async (objetId: string) =>
    (await monde.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })).map(({ acte }) => acte)

  /** Promises this mail again with its tries used up but one, as after a long outage. */
  const addWithOneTry = (courrielId: string) =>
    monde.queues.queueOf('courriels').add(envoiDeCourriel.name, { courrielId }, { jobId: randomUUID(), attempts: 1 })

  test('a promised mail leaves whole under its own Message-ID, and the journal tells it', async () => {
    const { id } = await unCourriel(monde.db, {
      sujet: 'Décision n° 1',
      texte: 'Bonjour,\nà bientôt',
      html: '<p>Bonjour, à bientôt</p>',
    })
    await carry()
    await untilEtat(id, 'ENVOYE')

    const [mail] = smtp.mails
    expect(mail).toMatchObject({
      messageId: `<${id}@mcei.test>`,
      subject: 'Décision n° 1',
      html: '<p>Bonjour, à bientôt</p>',
    })
    expect(mail?.text?.trim()).toBe('Bonjour,\nà bientôt')
    expect(mail?.from?.text).toBe('"MCEI" <mcei@mcei.test>')
    expect(mail?.replyTo?.text).toBe('agent@mcei.test')
    expect(await read(id)).toMatchObject({ envoyeLe: NOW, tentatives: 1, erreur: null })
    expect(await actesOf(id)).toEqual(['envoyerCourriel'])
    // What is kept is what the server read, to the byte.
    const copies = await monde.db.copieDeCourriel.findMany({ where: { courrielId: id } })
    expect(copies.map(({ octets, le }) => ({ octets: Buffer.from(octets).toString(), le }))).toEqual([
      { octets: smtp.bruts.at(-1)?.toString(), le: NOW },
    ])
    expect(copies[0]?.sha256).toMatch(/^[\da-f]{64}$/)
  })

  test('no copy is kept of what a server refused, nor of a mail that holds the secret of an agent', async () => {
    const refuse = await unCourriel(monde.db, { destinataire: 'inconnue@exemple.test' })
    smtp.answer = () => ({ code: 550, message: '5.1.1 User unknown' })
    await carry()
    await untilEtat(refuse.id, 'ECHEC')
    expect(await monde.db.copieDeCourriel.count({ where: { courrielId: refuse.id } })).toBe(0)
    const secret = { courrielId: refuse.id, prise: randomUUID(), ...PRIS }
    await monde.db.courriel.update({ where: { id: refuse.id }, data: { modele: 'mot_de_passe' } })
    await declarerCourrielEnvoye(deps, secret)
    expect(await monde.db.copieDeCourriel.count({ where: { courrielId: refuse.id } })).toBe(0)
  })

  test('a job that runs twice sends one mail', async () => {
    const { id } = await unCourriel(monde.db)
    await carry()
    await untilEtat(id, 'ENVOYE')
    await monde.db.$transaction((tx) => promiseJob(tx, envoiDeCourriel, { courrielId: id }))
    const { id: other } = await unCourriel(monde.db)
    await carry()
    await untilEtat(other, 'ENVOYE')
    expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@mcei.test>`, `<${other}@mcei.test>`])
    expect(await actesOf(id)).toEqual(['envoyerCourriel'])
  })

  test('two runs at the same instant send one mail', async () => {
    const { id } = await unCourriel(monde.db)
    const run = () => HANDLERS['courriel.envoyer'].work.run({ courrielId: id }, { ...deps, log })
    const answers = await Promise.allSettled([run(), run(), run()])
    expect(answers.map(({ status }) => status)).toContain('fulfilled')
    expect(smtp.mails).toHaveLength(1)
  })

  test('a refusal for ever says so at once, and an officer may ask again', async () => {
    smtp.answer = () => ({ code: 550, message: 'no such mailbox' })
    const { id } = await unCourriel(monde.db)
    await carry()
    await untilEtat(id, 'ECHEC')
    const echec = await read(id)
    expect(echec).toMatchObject({ tentatives: 1, envoyeLe: null, cause: 'ADRESSE_INCONNUE', prise: null })
    expect(echec.erreur).toContain('550 no such mailbox')

    smtp.answer = () => null
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    expect(await relancerCourriel(deps, agent, { courrielId: id, version: echec.version })).toEqual({
      ok: true,
      value: { retenu: null },
    })
    await carry()
    await untilEtat(id, 'ENVOYE')
    expect(smtp.mails).toHaveLength(1)
    expect(await actesOf(id)).toEqual(['echouerCourriel', 'relancerCourriel', 'envoyerCourriel'])
  })

  test('a server that is busy with one mail is asked again later, and the row says why meanwhile', async () => {
    let asked = 0
    smtp.answer = () => (asked++ === 0 ? { code: 451, message: 'later' } : null)
    const { id } = await unCourriel(monde.db)
    await carry()
    await until('the mail is put off', async () => (await read(id)).cause === 'PLUS_TARD')
    expect(await read(id)).toMatchObject({
      etat: 'A_ENVOYER',
      erreur: expect.stringContaining('451 later'),
      prise: null,
    })
    await carry()
    await untilEtat(id, 'ENVOYE')
    expect(await read(id)).toMatchObject({ tentatives: 2, cause: null, erreur: null })
    expect(smtp.mails).toHaveLength(1)
  })

  test('a mail put off for four days is given up, in the words of the server, and no sooner', async () => {
    smtp.answer = () => ({ code: 451, message: 'later' })
    const { id } = await unCourriel(monde.db, { attendDepuis: new Date(NOW.getTime() - RYTHME.duree) })
    const { id: recent } = await unCourriel(monde.db, { attendDepuis: new Date(NOW.getTime() - RYTHME.duree + 1) })
    await carry()
    await untilEtat(id, 'ECHEC')
    await until('the other is put off', async () => (await read(recent)).cause === 'PLUS_TARD')
    expect(await read(id)).toMatchObject({ cause: 'DELAI_DEPASSE', erreur: expect.stringContaining('451 later') })
    expect((await read(recent)).etat).toBe('A_ENVOYER')
    await monde.db.courriel.update({ where: { id: recent }, data: { etat: 'ANNULE' } })
  })

  test('a job whose row is gone, or whose payload nobody can read, is not tried again', async () => {
    const queue = monde.queues.queueOf('courriels')
    const failed = async () => (await queue.counts()).failed ?? 0
    const before = await failed()
    await queue.add(
      envoiDeCourriel.name,
      { courrielId: randomUUID() },
      { jobId: randomUUID(), attempts: 8, backoff: 600_000 },
    )
    await queue.add(
      envoiDeCourriel.name,
      { courrielId: 'not an id' },
      { jobId: randomUUID(), attempts: 8, backoff: 600_000 },
    )
    await until('both jobs failed', async () => (await failed()) === before + 2)
  })

  test('a courriel in ECHEC is not sent by a job that comes late', async () => {
    smtp.answer = () => ({ code: 550, message: 'no' })
    const { id } = await unCourriel(monde.db)
    await carry()
    await untilEtat(id, 'ECHEC')
    smtp.answer = () => null
    await addWithOneTry(id)
    const { id: other } = await unCourriel(monde.db)
    await addWithOneTry(other)
    await untilEtat(other, 'ENVOYE')
    expect((await read(id)).etat).toBe('ECHEC')
    expect(smtp.mails).toHaveLength(1)
  })

  test('told twice that it was sent, the journal tells it once', async () => {
    const { id } = await unCourriel(monde.db)
    for (const _ of [1, 2]) await declarerCourrielEnvoye(deps, { courrielId: id, prise: randomUUID(), ...PRIS })
    expect(await actesOf(id)).toEqual(['envoyerCourriel'])
  })
})
