import type { Banc } from '#support/pannes/pannes'
import { RYTHME_DESSAI } from '#support/pannes/pannes'
import { logger } from '#infra/logger'
import type { QueueName } from '#jobs/contract'
import { startWorkerProcess, type WorkerProcess } from '#support/worker-process'
import { reprendreEnvois } from '#usecases/courriel/reprendre-envois'
import { reprendreTravaux } from '#usecases/entretien/reprendre-travaux'
import { makeQueues } from '#workers/queues'

/** The worker processes of a trial, each with its own relay: `lancer` starts one more, `dire` is the end of what each logged. */
export function ouvriersDe({ url, dir, smtp, redis }: Pick<Banc, 'url' | 'dir' | 'smtp' | 'redis'>) {
  const ouvriers: WorkerProcess[] = []
  return {
    lancer() {
      const ouvrier = startWorkerProcess(
        {
          DATABASE_URL: url,
          DATA_DIR: dir,
          SMTP_URL: smtp.url,
          RYTHME_DESSAI: JSON.stringify(RYTHME_DESSAI),
          ...(redis && { REDIS_URL: redis.url }),
        },
        'tests/support/pannes/ouvrier-rapide.ts',
      )
      ouvriers.push(ouvrier)
      return ouvrier
    },
    dire: () => ouvriers.map((un) => un.said().slice(-1500)).join('\n'),
    tuer: () => Promise.all(ouvriers.map((un) => un.kill('SIGKILL'))),
  }
}

/**
 * Passes the two nets under the sending, one turn after the other, until it is stopped; a database or a queue that is away is passed over.
 * `cadence`: how often, in ms: a worker's own schedule passes them each minute.
 */
export function passerLesFilets({ db, store }: Pick<Banc, 'db' | 'store'>, cadence: number) {
  const queues = makeQueues(store, logger.child({}, { level: 'silent' }))
  const deps = { db, now: () => new Date(), rythme: RYTHME_DESSAI }
  let horloge: NodeJS.Timeout | undefined
  let arrete = false
  async function tour() {
    await reprendreEnvois(deps).catch(() => undefined)
    const connus = (nom: QueueName, ids: readonly string[]) => queues.queueOf(nom).known(ids)
    await reprendreTravaux({ ...deps, connus }).catch(() => undefined)
    poser()
  }
  function poser() {
    if (!arrete) horloge = setTimeout(() => void tour(), cadence)
  }
  poser()
  return async () => {
    arrete = true
    clearTimeout(horloge)
    await queues.close()
  }
}
