import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeQueue, makeWorker } from '#infra/queue'
import { ownDb } from '#support/own-db'
import { until } from '#support/until'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

/** The address of the database behind a port of this machine that hangs up on everybody until it is opened. */
async function porte() {
  const { hostname, port } = new URL(own.url)
  const sockets = new Set<Socket>()
  let estOuverte = false
  const serveur = createServer((venu) => {
    sockets.add(venu.on('error', () => undefined))
    if (!estOuverte) return void venu.destroy()
    const base = connect(Number(port), hostname)
    sockets.add(base.on('error', () => undefined))
    venu.pipe(base).pipe(venu)
  }).listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const address = serveur.address() as AddressInfo
  return {
    url: Object.assign(new URL(own.url), { hostname: '127.0.0.1', port: String(address.port) }).href,
    ouvrir: () => (estOuverte = true),
    fermer() {
      for (const socket of sockets) socket.destroy()
      serveur.close()
    },
  }
}

test('a queue and a worker opened while the database is away work once it is back', { timeout: 60_000 }, async () => {
  const { url, ouvrir, fermer } = await porte()
  const store = { kind: 'postgres', url } as const
  const faits: unknown[] = []
  const queue = makeQueue(store, 'entretien', () => undefined)
  const worker = makeWorker(store, 'entretien', (job) => Promise.resolve(void faits.push(job.data)), {
    onError: () => undefined,
  })
  await expect(queue.add('essai', { n: 1 }, {})).rejects.toThrow()
  ouvrir()
  await queue.add('essai', { n: 2 }, {})
  await until('the job is done', () => faits.length > 0, 30_000)
  expect(faits).toEqual([{ n: 2 }])
  await worker.close()
  await queue.close()
  fermer()
})
