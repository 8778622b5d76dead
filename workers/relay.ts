import pg from 'pg'
import type { Db, Tx } from '#infra/db'
import type { Logger } from '#infra/logger'
import { OUTBOX_CHANNEL } from '#infra/outbox'
import type { JobQueue } from '#infra/queue'
import { RELAIS } from '#infra/relais'
import { JOBS } from '#jobs/catalogue'
import type { QueueName } from '#jobs/contract'

const DAY = 24 * 60 * 60

/** Promises carried in one transaction. */
const BATCH = 100

/** A promise the queue refuses while it takes others waits this long, so that it never stands in their way. */
const SET_ASIDE = '1 minute'

type Row = { id: string; name: string; payload: unknown }
type QueueOf = (name: QueueName) => JobQueue

/**
 * The oldest promises due, locked for this relay: SKIP LOCKED gives each of several relays its own rows. A name this version
 * does not know is left for the relay that does.
 */
const takeDue = (tx: Tx, limit: number) => tx.$queryRaw<Row[]>`
  SELECT id, name, payload FROM outbox_job
  WHERE published_at IS NULL AND run_at <= now() AND name = ANY(${JOBS.map(({ name }) => name)})
  ORDER BY run_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`

async function addTo(queueOf: QueueOf, { id, name, payload }: Row) {
  const job = JOBS.find((known) => known.name === name)
  if (!job) throw new Error(`no such job: ${name}`)
  await queueOf(job.queue).add(job.name, payload, {
    jobId: id,
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoff },
    // A removed id is a forgotten id: keep them far longer than a relay can stay between add and update.
    removeOnComplete: { age: 7 * DAY },
    removeOnFail: { age: 90 * DAY },
  })
}

/**
 * Carries the promises that are due from Postgres to the queue and gives how many. The row's id is the job's id, so a relay that
 * dies between add and update adds nothing twice. Throws when the queue takes none: the rows then stay as they were.
 */
export async function relayOnce(db: Db, queueOf: QueueOf, log: Logger, limit = BATCH): Promise<number> {
  return db.$transaction(async (tx) => {
    const rows = await takeDue(tx, limit)
    const answers = await Promise.allSettled(rows.map((row) => addTo(queueOf, row)))
    const carried = rows.filter((_, i) => answers[i]?.status === 'fulfilled').map(({ id }) => id)
    const refused = rows.flatMap(({ id, name }, i) => {
      const answer = answers[i]
      return answer?.status === 'rejected' ? [{ id, name, err: answer.reason as unknown }] : []
    })
    if (carried.length === 0 && refused[0]) throw refused[0].err

    if (carried.length > 0)
      await tx.$executeRaw`UPDATE outbox_job SET published_at = now() WHERE id = ANY(${carried}::uuid[])`
    for (const { id, ...why } of refused) {
      log.error({ outboxId: id, ...why }, 'promise set aside')
      await tx.$executeRaw`UPDATE outbox_job SET run_at = now() + ${SET_ASIDE}::interval WHERE id = ${id}::uuid`
    }
    return carried.length
  })
}

type Options = {
  db: Db
  url: string
  queueOf: QueueOf
  log: Logger
  /** How often, in ms, it looks by itself: the net below LISTEN, and what finds a promise whose hour has come. */
  poll?: number
}

/**
 * Carries promises until it is closed: woken by each commit that makes one, and by a clock. Its connection bears the name RELAIS,
 * by which /sante/prete knows that a relay lives. `close` waits for the batch under way.
 */
export function startRelay({ db, url, queueOf, log, poll = 2_000 }: Options) {
  let closed = false
  let rung = false
  let listener: pg.Client | undefined
  let wake: () => void = () => undefined

  const isClosed = () => closed
  const ring = () => {
    rung = true
    wake()
  }

  async function listen() {
    const client = new pg.Client({
      connectionString: url,
      application_name: RELAIS,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    })
    client.on('error', (err) => {
      if (listener === client) listener = undefined
      if (!closed) log.warn({ err }, 'relay lost its ear, will listen again')
    })
    client.on('notification', ring)
    await client.connect()
    await client.query(`LISTEN ${OUTBOX_CHANNEL}`)
    listener = client
  }

  /** Until the next bell or the clock; at once when the bell rang meanwhile. */
  const rest = () =>
    new Promise<void>((resolve) => {
      if (rung || closed) return resolve()
      const timer = setTimeout(resolve, poll)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run() {
    while (!isClosed()) {
      rung = false
      try {
        if (!listener)
          await listen().catch((err: unknown) => log.warn({ err }, 'relay cannot listen, will look by itself'))
        while (!isClosed() && (await relayOnce(db, queueOf, log)) > 0);
      } catch (err) {
        log.error({ err }, 'relay could not carry, will try again')
        rung = false
      }
      await rest()
    }
  }

  const running = run()
  return {
    async close() {
      closed = true
      wake()
      await running
      const client = listener
      listener = undefined
      await client?.end()
    },
  }
}
