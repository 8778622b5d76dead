import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { portLibre } from '#support/port-libre'

/** A real redis-server of this test file alone, on a port nobody has. */
export type OwnRedis = {
  port: number
  url: string
  /** Ends the server at once and waits for its end; `start` brings back an empty one on the same port. */
  stop: () => Promise<void>
  start: () => Promise<void>
  /** FLUSHALL: everything it keeps is gone, and its clients are still there. */
  flush: () => Promise<void>
  close: () => Promise<void>
}

/** Resolves when the server says it takes connections; rejects with its words when it ends instead. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (/ready to accept connections|Sentinel ID is/i.test(said)) resolve()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`redis-server ended: ${said}`)))
  })
}

/** Starts redis-server without persistence, with the eviction policy that queues need; `more` are options of its own. */
export async function ownRedis(...more: string[]): Promise<OwnRedis> {
  const port = await portLibre()
  const dir = await mkdtemp(path.join(os.tmpdir(), 'mcei-redis-'))
  let server: ChildProcess | undefined

  const options = { port, bind: '127.0.0.1', dir, appendonly: 'no', 'maxmemory-policy': 'noeviction' }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])

  async function start() {
    server = spawn('redis-server', [...args, '--save', '', ...more])
    await ready(server)
  }
  async function stop() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  await start()
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    async flush() {
      const client = new Redis(port, '127.0.0.1')
      await client.flushall()
      client.disconnect()
    },
    async close() {
      await stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** A real Sentinel that watches this server under the name `mcei`. */
export async function ownSentinel(master: OwnRedis): Promise<{ port: number; close: () => Promise<void> }> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'mcei-sentinel-'))
  const port = await portLibre()
  const settings = path.join(dir, 'sentinel.conf')
  await writeFile(
    settings,
    `port ${port}\nbind 127.0.0.1\ndir ${dir}\nsentinel monitor mcei 127.0.0.1 ${master.port} 1\n`,
  )
  const server = spawn('redis-server', [settings, '--sentinel'])
  await ready(server)
  return {
    port,
    async close() {
      server.kill('SIGKILL')
      await once(server, 'exit')
      await rm(dir, { recursive: true, force: true })
    },
  }
}
