import { randomUUID } from 'node:crypto'
import { SYSTEME } from '#domain/acces/acteur'
import { colonnesDActeur } from '#infra/acteur'
import type { Db } from '#infra/db'
import { logger } from '#infra/logger'
import { promiseJob } from '#infra/outbox'
import type { QueueName } from '#jobs/contract'
import { envoiDeCourriel } from '#jobs/catalogue'
import { reprendreTravaux } from '#usecases/entretien/reprendre-travaux'
import { makeQueues } from '#workers/queues'
import { reprendreEnvois } from '#usecases/courriel/reprendre-envois'
import { ADRESSE_FAUSSE, type Banc, type Panne, rien, RYTHME_DESSAI } from '#support/pannes/pannes'
import { until } from '#support/until'
import { startWorkerProcess, type WorkerProcess } from '#support/worker-process'

/** What became of the mails; each is in one of the last five. */
export type Bilan = {
  promis: number
  /** The server has them and the rows say so. */
  envoyes: number
  /** The server was given twice what it had taken once. */
  doubles: number
  /** Told as sent and never taken, or left behind with nobody to try them. */
  perdus: number
  /** Failed, though nothing was wrong with them. */
  abandonnes: number
  /** Failed for themselves. */
  refuses: number
  /** Their end is unknown: an officer is told. */
  aVerifier: number
  secondes: number
}

async function promettre(db: Db, n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    await db.$transaction(async (tx) => {
      const destinataire = i === n - 1 ? ADRESSE_FAUSSE : `mairie${i}@commune${i % 40}.exemple.test`
      const { id } = await tx.courriel.create({
        data: {
          cleUnique: `essai/${randomUUID()}`,
          ...{ modele: 'message_libre', destinataire, destinataireNom: 'Mairie d’Exemple' },
          ...{ sujet: 'Votre demande de subvention', texte: 'Votre demande est accordée.' },
          html: '<p>Votre demande est accordée.</p>',
          creeLe: new Date(),
          ...colonnesDActeur(SYSTEME),
        },
        select: { id: true },
      })
      await promiseJob(tx, envoiDeCourriel, { courrielId: id })
    })
  }
}

type Essai = {
  n: number
  /** How long, in ms, a fault that lasts lasts. */
  dure: number
  /** How long, in ms, the last mail may wait. */
  patience: number
  /** How often, in ms, the nets are passed: their own schedules, at the pace of the trial. */
  cadence: number
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

/** Sends `n` mails, lets the fault come when a fifth have left, waits until nothing waits any more, and counts. */
export async function eprouver(banc: Banc, panne: Panne, { n, dure, patience, cadence }: Essai): Promise<Bilan> {
  const { db, smtp } = banc
  const debut = performance.now()
  smtp.mails.length = 0
  const ouvriers: WorkerProcess[] = []
  const lancer = () => {
    const ouvrier = startWorkerProcess(
      {
        DATABASE_URL: banc.url,
        DATA_DIR: banc.dir,
        SMTP_URL: smtp.url,
        RYTHME_DESSAI: JSON.stringify(RYTHME_DESSAI),
        ...(banc.redis && { REDIS_URL: banc.redis.url }),
      },
      'tests/support/pannes/ouvrier-rapide.ts',
    )
    ouvriers.push(ouvrier)
    return ouvrier
  }
  await promettre(db, n)
  const ouvrier = lancer()
  const arreter = passerLesFilets(banc, cadence)
  const dire = () => ouvriers.map((un) => un.said().slice(-1500)).join('\n')
  try {
    await until(
      () => `a fifth left\n${dire()}`,
      () => smtp.mails.length >= n / 5,
      60_000,
    )
    await panne.arrive({ ...banc, dure, ouvrier, relancer: lancer })
    const attendent = () => db.courriel.count({ where: { etat: 'A_ENVOYER' } }).catch(() => n)
    // What still waits then is lost, and counted so.
    await until('nothing waits', async () => (await attendent()) === 0, patience).catch(() => undefined)
    return await compterLesCourriels(banc, n, (performance.now() - debut) / 1000)
  } finally {
    await arreter()
    await Promise.all(ouvriers.map((un) => un.kill('SIGKILL')))
    Object.assign(smtp, { answer: rien, expediteur: rien, coupe: () => false })
    await db.courriel.deleteMany()
    await db.outboxJob.deleteMany()
  }
}

async function compterLesCourriels({ db, smtp }: Banc, promis: number, secondes: number): Promise<Bilan> {
  const pris = smtp.mails.map(({ messageId }) => messageId ?? '')
  const uniques = new Set(pris)
  const rows = await db.courriel.findMany({ select: { id: true, etat: true, cause: true, destinataire: true } })
  const aLeServeur = ({ id }: { id: string }) => uniques.has(`<${id}@mcei.test>`)
  const envoyes = rows.filter(({ etat }) => etat === 'ENVOYE')
  const echecs = rows.filter(({ etat }) => etat === 'ECHEC')
  const aVerifier = echecs.filter(({ cause }) => cause === 'ISSUE_INCONNUE').length
  const refuses = echecs.filter(
    ({ cause, destinataire }) => cause === 'ADRESSE_INCONNUE' && destinataire === ADRESSE_FAUSSE,
  ).length
  return {
    promis,
    envoyes: envoyes.filter(aLeServeur).length,
    doubles: pris.length - uniques.size,
    perdus: envoyes.filter((row) => !aLeServeur(row)).length + rows.length - envoyes.length - echecs.length,
    abandonnes: echecs.length - aVerifier - refuses,
    refuses,
    aVerifier,
    secondes,
  }
}
