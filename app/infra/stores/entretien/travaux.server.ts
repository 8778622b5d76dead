import { ETATS_DE_TRAVAIL, type EtatDeTravail } from '#domain/entretien/travaux'
import { makeQueue, type JobQueue, type Store, type TravailGarde } from '#infra/queue'
import { QUEUES, type QueueName } from '#jobs/contract'

/** A job where it stands. */
type TravailEnFile = TravailGarde & { queue: QueueName; etat: EtatDeTravail }

async function avecLaFile<T>(store: Store, nom: QueueName, lire: (queue: JobQueue) => Promise<T>): Promise<T> {
  const queue = makeQueue(store, nom, () => undefined)
  try {
    return await lire(queue)
  } finally {
    await queue.close()
  }
}

/** What every queue holds now, at most `max` jobs of each in each state. Fails where the store does not answer. */
export async function travauxGardes(store: Store, max: number): Promise<TravailEnFile[]> {
  const lus: TravailEnFile[] = []
  for (const nom of QUEUES)
    await avecLaFile(store, nom, async (queue) => {
      for (const etat of ETATS_DE_TRAVAIL)
        lus.push(...(await queue.kept(etat, max)).map((travail) => ({ ...travail, queue: nom, etat })))
    })
  return lus
}

/** The job of this id that ended in a failure; null where there is none, or no such queue. */
export async function travailEnEchec(store: Store, nom: string, id: string): Promise<TravailGarde | null> {
  const connue = QUEUES.find((une) => une === nom)
  return connue ? avecLaFile(store, connue, (queue) => queue.failed(id)) : null
}
