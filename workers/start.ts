import path from 'node:path'
import { RYTHME, type Rythme } from '#domain/courriel/suspension'
import { boiteDe } from '#infra/boite'
import { makeAntivirus } from '#infra/antivirus'
import { makeDb } from '#infra/db'
import { withDeadline } from '#infra/delai'
import type { Env } from '#infra/env'
import type { Logger } from '#infra/logger'
import { storeOf, type WorkerOptions } from '#infra/queue'
import { diskStorage } from '#infra/storage'
import { startBoite } from './boite'
import { HANDLERS } from './handlers'
import { makeMailer } from './mailer'
import { makeQueues } from './queues'
import { startRelay } from './relay'
import { startWorkers } from './run'
import { keepScheduled } from './schedule'

/** How long jobs under way have to end when the process is asked to stop, in ms; past it they are left to another worker. */
const GRACE = 15_000

type Settings = Pick<
  Env,
  'REDIS_URL' | 'SMTP_URL' | 'IMAP_URL' | 'CLAMD_URL' | 'DATA_DIR' | 'MAIL_FROM' | 'MAIL_REPLY_TO' | 'MAIL_RETOUR'
> & {
  DATABASE_URL: string
}

/**
 * Starts what works behind the pages: the relay, the workers of every queue, the repeated jobs, the reader of the mailbox where there is one. `close` stops taking work, waits for
 * the jobs under way, then lets go of everything.
 */
export async function start(
  env: Settings,
  log: Logger,
  { rythme = RYTHME, ...options }: WorkerOptions & { rythme?: Rythme } = {},
) {
  const store = storeOf(env)
  const db = makeDb(env.DATABASE_URL, 16)
  const queues = makeQueues(store, log)
  const outbox = path.join(env.DATA_DIR, 'courriels')
  const mailer = makeMailer({
    url: env.SMTP_URL,
    outbox,
    from: env.MAIL_FROM,
    replyTo: env.MAIL_REPLY_TO,
    retour: env.MAIL_RETOUR,
  })
  const deps = {
    db,
    mailer,
    queueOf: queues.queueOf,
    antivirus: makeAntivirus(env.CLAMD_URL),
    storage: diskStorage(path.join(env.DATA_DIR, 'fichiers')),
    now: () => new Date(),
    rythme,
    tmp: path.join(env.DATA_DIR, 'tmp'),
    outbox,
  }
  const boite = boiteDe(env.IMAP_URL)
  const lecteur = boite && startBoite({ db, storage: deps.storage, now: deps.now, url: env.DATABASE_URL, boite, log })
  const relay = startRelay({ db, url: env.DATABASE_URL, queueOf: queues.queueOf, log })
  const workers = startWorkers(store, { deps, handlers: HANDLERS, log, options })
  const closing = new AbortController()
  const scheduled = keepScheduled(queues.queueOf, { log, signal: closing.signal })

  return {
    async close() {
      closing.abort()
      await lecteur?.close()
      await relay.close()
      await withDeadline(workers.close(), GRACE, 'jobs under way').catch((err: unknown) =>
        log.warn({ err }, 'jobs left to another worker'),
      )
      await scheduled
      await queues.close()
      mailer.close()
      await db.$disconnect()
    },
  }
}
