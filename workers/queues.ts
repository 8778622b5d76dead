import type { Logger } from '#infra/logger'
import { makeQueue, type JobQueue, type Store } from '#infra/queue'
import { QUEUES, type QueueName } from '#jobs/contract'

/** One producer per queue, opened together and closed together. */
export function makeQueues(store: Store, log: Logger) {
  const queues = new Map<QueueName, JobQueue>(
    QUEUES.map((name) => [name, makeQueue(store, name, (err) => log.warn({ err, queue: name }, 'queue error'))]),
  )
  return {
    queueOf(name: QueueName): JobQueue {
      const queue = queues.get(name)
      if (!queue) throw new Error(`no such queue: ${name}`)
      return queue
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}
