import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { PROJECT_DIR, variablesWith } from '#infra/env'
import { MEMOIRE_TRAVAUX, MEMOIRE_WEB } from '../scripts/memoire'
import { COMPTE } from './peupler'

export type Serveur = { base: string; pid: number | undefined; fermer: () => Promise<void> }

async function fermer(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

async function portLibre(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}

const lancer = (args: string[], env: Record<string, string>) =>
  spawn(process.execPath, ['--disable-warning=DeprecationWarning', ...args], {
    cwd: PROJECT_DIR,
    env: variablesWith(env),
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** The bare server of ./plancher on this database. */
export async function lancerPlancher(url: string): Promise<Serveur> {
  const child = lancer(['--import', 'tsx', 'bench/plancher.ts', url], {})
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { base: `http://127.0.0.1:${port.toString().trim()}`, pid: child.pid, fermer: () => fermer(child) }
}

const SECRET = 'banc d’essai, rien de secret ici, sur cette machine'

/** The web process of the application alone, built, in production, on this database. */
export async function lancerWeb(url: string, dossier: string): Promise<Serveur> {
  const port = await portLibre()
  const base = `http://127.0.0.1:${port}`
  const child = lancer([...MEMOIRE_WEB, 'scripts/serve.ts'], {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    DATA_DIR: dossier,
    HOST: '127.0.0.1',
    PORT: String(port),
    SESSION_SECRET: SECRET,
    LOG_LEVEL: 'warn',
  })
  for (const limite = Date.now() + 30_000; Date.now() < limite && child.exitCode === null;) {
    const answer = await fetch(`${base}/sante`).catch(() => null)
    if (answer?.ok) return { base, pid: child.pid, fermer: () => fermer(child) }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await fermer(child)
  throw new Error('L’application ne démarre pas.')
}

/** The worker process of the application, on this database and its queue; mails go to the local box. */
export function lancerTravaux(url: string, dossier: string): Omit<Serveur, 'base'> {
  const child = lancer([...MEMOIRE_TRAVAUX, '--import', 'tsx', 'workers/index.ts'], {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    DATA_DIR: dossier,
    SESSION_SECRET: SECRET,
    LOG_LEVEL: 'warn',
  })
  return { pid: child.pid, fermer: () => fermer(child) }
}

/** Signs in as the officer of the bench; gives the cookie of the session. */
export async function seConnecter(base: string): Promise<string> {
  const answer = await fetch(`${base}/connexion`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(COMPTE),
  })
  const cookie = answer.headers.getSetCookie().find((un) => un.startsWith('mcei_session='))
  if (!cookie) throw new Error(`La connexion a échoué\u00a0: ${answer.status}`)
  return cookie.slice(0, cookie.indexOf(';'))
}
