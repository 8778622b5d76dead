import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { passerLesFilets } from '#support/pannes/ouvriers'
import { RYTHME_DESSAI } from '#support/pannes/pannes'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { startWorkerProcess, type WorkerProcess } from '#support/worker-process'
import { unCourriel } from './faits'
import { STORES, unMonde } from './monde'

const MAILS = 200

/** How often, in ms, the nets under the sending are passed, as the rythme of the tries: each minute in life. */
const CADENCE = 1_000

/** To the mail server at once: each may be cut in the one instant of which nobody sees the end. */
const CONNEXIONS = 4

describe.each(STORES)('a worker process on %s', (kind) => {
  const monde = unMonde(kind)
  const started: WorkerProcess[] = []
  let smtp: OwnSmtp

  beforeAll(async () => {
    smtp = await ownSmtp()
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map((worker) => worker.kill('SIGKILL')))
  })
  afterAll(() => smtp.close())

  function startWorker(): WorkerProcess {
    const worker = startWorkerProcess(
      {
        DATABASE_URL: monde.url,
        DATA_DIR: monde.dir,
        SMTP_URL: smtp.url,
        RYTHME_DESSAI: JSON.stringify(RYTHME_DESSAI),
        ...(monde.redis && { REDIS_URL: monde.redis.url }),
      },
      'tests/support/pannes/ouvrier-rapide.ts',
    )
    started.push(worker)
    return worker
  }

  const sent = () => monde.db.courriel.count({ where: { etat: 'ENVOYE' } })
  const taken = () => new Set(smtp.mails.map(({ messageId }) => messageId)).size

  test(
    `killed in the middle of ${MAILS} decision mails, then started again: each is sent once, or told to an officer, none is lost`,
    { timeout: 180_000 },
    async () => {
      for (let i = 0; i < MAILS; i += 1) await unCourriel(monde.db)
      const first = startWorker()
      await until('the server took 60 mails', () => smtp.mails.length >= 60, 60_000)
      expect(await first.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
      const atDeath = taken()
      expect(atDeath).toBeLessThan(MAILS)

      const second = startWorker()
      const arreter = passerLesFilets(monde, CADENCE)
      await until(
        () => `no mail waits\n${second.said().slice(-2000)}`,
        async () => (await monde.db.courriel.count({ where: { etat: 'A_ENVOYER' } })) === 0,
        120_000,
      ).finally(arreter)

      expect(smtp.mails).toHaveLength(taken())
      const incertains = await monde.db.courriel.count({ where: { etat: 'ECHEC', cause: 'ISSUE_INCONNUE' } })
      expect(incertains).toBeLessThanOrEqual(CONNEXIONS)
      expect((await sent()) + incertains).toBe(MAILS)
      const envoyes = await monde.db.courriel.findMany({ where: { etat: 'ENVOYE' }, select: { id: true } })
      const pris = new Set(smtp.mails.map(({ messageId }) => messageId))
      expect(envoyes.filter(({ id }) => !pris.has(`<${id}@mcei.test>`))).toEqual([])
      const ids = new Set(
        (await monde.db.courriel.findMany({ select: { id: true } })).map(({ id }) => `<${id}@mcei.test>`),
      )
      expect(smtp.mails.filter(({ messageId }) => !ids.has(messageId ?? ''))).toEqual([])
      expect(await monde.db.entreeJournal.count({ where: { acte: 'envoyerCourriel' } })).toBe(envoyes.length)
      process.stderr.write(
        `kill -9 on ${kind}: ${atDeath} taken at death, ${envoyes.length} sent once, ${incertains} whose end nobody saw\n`,
      )
    },
  )

  test('asked to stop, it ends what it holds and leaves the rest for the next', { timeout: 60_000 }, async () => {
    smtp.mails.length = 0
    const before = await sent()
    for (let i = 0; i < 100; i += 1) await unCourriel(monde.db)
    const worker = startWorker()
    await until('the server took 20 mails', () => smtp.mails.length >= 20, 30_000)
    expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    expect((await sent()) - before).toBe(smtp.mails.length)

    startWorker()
    await until('all mails sent', async () => (await sent()) - before === 100, 30_000)
    expect(smtp.mails).toHaveLength(100)
  })
})
