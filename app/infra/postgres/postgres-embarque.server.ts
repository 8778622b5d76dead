import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { ClientQuiTient } from '#infra/postgres/client-qui-tient'
import { placeOf, run, type Place } from '#infra/postgres/postgres-place'
import { isAlive, join, leave, withLock } from '#infra/postgres/postgres-partage'

const DATABASE = 'mcei'
const USER = 'mcei'

type Options = {
  /** The application's DATA_DIR; the cluster is made in its `postgres` folder. */
  dataDir: string
  /** Settings of the server that starts, as `postgres -c name=value`; a server already running keeps its own. */
  settings?: Record<string, string>
  /** Told in French, one sentence at a time, what takes long or is worth knowing. */
  tell?: (sentence: string) => void
}

type Running = { pid: number; port: number }

/** What the server wrote of itself: pid, port and whether it takes connections. Null once it has gone. */
function readPostmaster(cluster: string): (Running & { ready: boolean }) | null {
  const written = path.join(cluster, 'postmaster.pid')
  if (!existsSync(written)) return null
  const lines = readFileSync(written, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** The server of this cluster, if it lives. A pid left by a machine that went down may belong to anyone by now. */
function runningIn(cluster: string): Running | null {
  const written = readPostmaster(cluster)
  if (!written) return null
  if (isAlive(written.pid, cluster)) return written
  // Left where the number is nobody's: by it the next server sees that sessions of a killed one still hold the files, and waits for them.
  if (isAlive(written.pid)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
  return null
}

/** A port of this machine that nobody has: this one if it can be had. */
const freePort = (wanted = 0) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** The port of this cluster: the same at each start while nobody takes it, so that who holds its address finds it again. */
async function portIn(folder: string): Promise<number> {
  const kept = path.join(folder, 'port')
  const last = existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : 0
  const port = await freePort(last).catch(() => freePort())
  writeFileSync(kept, String(port))
  return port
}

/** The password of this cluster, drawn once and readable by its owner alone. */
function passwordIn(folder: string): string {
  const kept = path.join(folder, 'mot-de-passe')
  if (!existsSync(kept)) writeFileSync(kept, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(kept, 'utf8').trim()
}

/** Makes the cluster, sorting as French does. It gets its name once whole: a death half-way leaves none. */
async function initialise(place: Place, password: string) {
  const draft = `${place.cluster}.part`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const passwordFile = `${place.cluster}.mot-de-passe`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.identity)
    for (const owned of [draft, passwordFile]) chownSync(owned, place.identity.uid, place.identity.gid)
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=fr-FR', '--encoding=UTF8']
  const flags = [`--pgdata=${draft}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  try {
    await run(place, place.initdb, [...flags, ...locale])
    renameSync(draft, place.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const logOf = (place: Place) => path.join(place.folder, 'postgres.log')

/** The last lines of the server's log. */
const lastWords = (place: Place) =>
  existsSync(logOf(place)) ? readFileSync(logOf(place), 'utf8').trim().split('\n').slice(-3).join('\n') : ''

/** Starts the server in a process group of its own: a Ctrl-C meant for the application does not reach it. */
async function start(place: Place, settings: Record<string, string>): Promise<Running> {
  const port = await portIn(place.folder)
  const log = logOf(place)
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', timezone: 'UTC' }
  const flags = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // What a server that died had to say stays above what the next one says.
  const fd = openSync(log, existsSync(path.join(place.cluster, 'postmaster.pid')) ? 'a' : 'w')
  const child = spawn(place.postgres, ['-D', place.cluster, '-p', String(port), ...flags], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', fd, fd],
    ...place.identity,
  })
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', () => (ended ??= lastWords(place)))
  child.unref()
  for (;;) {
    if (ended !== undefined) throw new Error(`La base embarquée ne démarre pas (journal\u00a0: ${log}). ${ended}`)
    const running = readPostmaster(place.cluster)
    if (running?.ready && running.pid === child.pid) return running
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Stops the server of this cluster and waits until it has gone; sessions still open are cut. */
async function stop(cluster: string) {
  const running = runningIn(cluster)
  if (!running) return
  process.kill(running.pid, 'SIGINT')
  const impatient = setTimeout(() => process.kill(running.pid, 'SIGQUIT'), 15_000)
  while (isAlive(running.pid, cluster)) await new Promise((resolve) => setTimeout(resolve, 20))
  clearTimeout(impatient)
}

const urlOf = (port: number, password: string, database = DATABASE) =>
  `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`

async function createDatabase(port: number, password: string) {
  const client = new ClientQuiTient({ connectionString: urlOf(port, password, 'postgres') })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  await client.end()
}

/**
 * The Postgres of a machine without DATABASE_URL. Its first user starts it, the others join it, the last to close stops it:
 * a command typed while the application runs works on the same data. The cluster stays under DATA_DIR, or where
 * `placeOf` says when the system user `postgres` cannot reach it. `live` begins one life of it, for who keeps it alive.
 */
export async function openPostgres({ dataDir, settings = {}, tell = () => {} }: Options) {
  const place = await placeOf(path.resolve(dataDir), tell)
  const password = passwordIn(place.folder)
  const port = await withLock(place.folder, async () => {
    if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) {
      tell('Création de la base de données embarquée…')
      await initialise(place, password)
    }
    const running = runningIn(place.cluster) ?? (await start(place, settings))
    await createDatabase(running.port, password)
    join(place.folder)
    return running.port
  })
  let closed: Promise<void> | undefined
  const close = () =>
    (closed ??= withLock(place.folder, async () => {
      if (leave(place.folder) === 0) await stop(place.cluster)
    }))
  return { url: urlOf(port, password), close, live: () => live(place, settings) }
}

/** How often, in ms, the server is looked at by who keeps it alive. */
const LOOK = 250

/** One life of the server, which is started first when it is dead; `stop` only ceases to look. */
async function live(place: Place, settings: Record<string, string>) {
  await withLock(place.folder, async () => {
    if (!runningIn(place.cluster)) await start(place, settings)
  })
  let look: NodeJS.Timeout | undefined
  let stopped: () => void = () => undefined
  const ended = new Promise<{ how: string; words: string }>((resolve) => {
    stopped = () => resolve({ how: 'arrêt demandé', words: '' })
    look = setInterval(() => {
      if (runningIn(place.cluster)) return
      clearInterval(look)
      resolve({ how: 'plus aucun processus', words: lastWords(place) })
    }, LOOK)
  })
  return {
    ended,
    stop: () => {
      clearInterval(look)
      stopped()
      return Promise.resolve()
    },
  }
}
