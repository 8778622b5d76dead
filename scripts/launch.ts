/**
 * The application on one machine: embedded Postgres where DATABASE_URL is not set, schema, demo data, web and workers.
 * Started by scripts/start.mjs under the pinned Node; starts again what dies of it, and ends all it started, however it is told to.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseEnv, PROJECT_DIR, sessionSecretIn, type Env } from '#infra/env'
import { migrate } from '#infra/postgres/migrations'
import { openPostgres } from '#infra/postgres/postgres-embarque'
import { loadAside } from './demo.ts'
import { MEMOIRE_TRAVAUX, MEMOIRE_WEB } from './memoire.ts'
import { keepAlive, lifeOf } from './supervise.ts'
import { checkDatabase, checkDataDir, checkPort, checkQueue, demoAccounts, isEmpty, Refused } from './preflight.ts'

const tell = (sentence: string) => process.stdout.write(`• ${sentence}\n`)

/** What an administrator must find in the log afterwards: it bears its hour. */
const warn = (sentence: string) => process.stderr.write(`⚠ ${new Date().toISOString()} ${sentence}\n`)

const closers: (() => Promise<void> | void)[] = []
const kept: ReturnType<typeof keepAlive>[] = []
let ending: Promise<never> | undefined

/** Ends what was started, last first, then this process. Called twice, it ends once. */
function end(code: number, sentence?: string): Promise<never> {
  return (ending ??= (async () => {
    // Who stops us may have told our processes too: what ends now is not to begin again.
    for (const one of kept) one.letGo()
    if (sentence) process.stderr.write(`\n✖ ${sentence}\n`)
    for (const close of closers.reverse()) await close()
    process.exit(code)
  })())
}

/** What every child loads first: it ends when we do. Prisma's own way with `pg` is nothing the person who starts us can mend. */
const FOLLOW = ['--disable-warning=DeprecationWarning', '--import', './scripts/follow-parent.mjs']

/** So many deaths in a row before the application was ever ready: starting again will not mend it. */
const DEATHS_AT_START = 3

let isReady = false

/** Keeps one of our processes alive. One that dies again and again before all is ready ends the start, with its last words. */
function keep(name: string, args: string[], env: NodeJS.ProcessEnv) {
  const one = keepAlive({
    name,
    tell: warn,
    begin: () =>
      lifeOf(
        spawn(process.execPath, [...FOLLOW, ...args], {
          cwd: PROJECT_DIR,
          env,
          stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
        }),
      ),
    onDeath: ({ how, words }, inARow) => {
      if (!isReady && inARow >= DEATHS_AT_START) void end(1, `${name} ne démarre pas (${how}).\n${words.trim()}`)
    },
  })
  kept.push(one)
  closers.push(one.stop)
}

const SEED_FAILED = 'Les campagnes de démonstration n’ont pas pu être chargées.'

/** Writes the demonstration into the database of these variables; throws the sentence when it fails. */
async function seed(env: NodeJS.ProcessEnv, failure: string) {
  const child = spawn(process.execPath, [...FOLLOW, '--import', 'tsx', 'prisma/seed.ts'], {
    cwd: PROJECT_DIR,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = new Promise<unknown>((resolve) => child.once('exit', resolve))
  closers.push(async () => {
    child.kill('SIGTERM')
    await exited
  })
  if ((await exited) !== 0) throw new Refused(failure)
}

/** The children's variables: the same answers for all of them, and quiet logs unless asked otherwise. */
const childEnv = (env: Env, databaseUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  DATA_DIR: env.DATA_DIR,
  PORT: String(env.PORT),
  SESSION_SECRET: env.SESSION_SECRET ?? sessionSecretIn(env.DATA_DIR),
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
})

/** Asks /sante/prete until it says yes; throws its last reason after a minute. */
async function untilReady(base: string) {
  let reason = ''
  for (const limit = Date.now() + 60_000; Date.now() < limit;) {
    try {
      const answer = await fetch(`${base}/sante/prete`, { signal: AbortSignal.timeout(5_000) })
      if (answer.ok) return
      reason = (await answer.text()).slice(0, 300)
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Refused(`L’application ne devient pas prête\u00a0: ${reason}`)
}

function announce({ PORT, PUBLIC_URL, DATA_DIR }: Env, { demo, empty }: { demo: string[]; empty: boolean }) {
  const lines = ['', `✔ L’application est prête\u00a0: ${PUBLIC_URL ?? `http://localhost:${PORT}`}`, '']
  if (demo.length > 0)
    lines.push(
      '  Comptes de démonstration (mot de passe\u00a0: demo-mcei-2025)',
      ...demo.map((account) => `    ${account}`),
      '',
    )
  if (empty) {
    lines.push(
      '  Aucun compte encore. Créez le premier\u00a0:',
      '    npm run -s mcei -- creer-agent --courriel … --nom … --prenom … --role ADMIN',
      '',
    )
  }
  lines.push(`  Données\u00a0: ${DATA_DIR}`, '  Ctrl-C pour arrêter.', '')
  process.stdout.write(lines.join('\n'))
}

async function main() {
  if (existsSync(path.join(PROJECT_DIR, '.env'))) process.loadEnvFile(path.join(PROJECT_DIR, '.env'))
  const parsed = parseEnv(process.env)
  if (!parsed.ok) throw new Refused(parsed.reason.join('\n  '))
  const env = parsed.value
  checkDataDir(env.DATA_DIR)
  await checkPort(env)

  let url = env.DATABASE_URL
  if (!url) {
    tell('Démarrage de la base de données embarquée…')
    const postgres = await openPostgres({ dataDir: env.DATA_DIR, tell })
    closers.push(postgres.close)
    const one = keepAlive({ name: 'Le serveur de la base de données', tell: warn, begin: postgres.live })
    kept.push(one)
    closers.push(one.stop)
    url = postgres.url
  }
  await checkDatabase(url)
  await checkQueue(env.REDIS_URL)
  await migrate(url, tell)

  const variables = childEnv(env, url)
  if (env.SEED === 'demo' && (await isEmpty(url))) {
    tell('Chargement des campagnes de démonstration… (une minute)')
    if (env.DATABASE_URL)
      await seed(
        childEnv(env, url),
        `${SEED_FAILED} La base en contient peut-être une partie\u00a0: videz-la avant de recommencer.`,
      )
    else await loadAside(url, (aside) => seed(childEnv(env, aside), SEED_FAILED))
  }
  tell('Démarrage de l’application…')
  keep('Le processus web', [...MEMOIRE_WEB, 'scripts/serve.ts'], variables)
  keep('Le processus des travaux de fond', [...MEMOIRE_TRAVAUX, '--import', 'tsx', 'workers/index.ts'], variables)
  await untilReady(`http://${env.HOST ?? 'localhost'}:${env.PORT}`)
  isReady = true
  announce(env, { demo: await demoAccounts(url), empty: await isEmpty(url) })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
process.on('disconnect', () => void end(0))

try {
  await main()
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error))
}
