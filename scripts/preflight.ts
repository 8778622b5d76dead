/** What is looked at before anything is started. Each refusal is one French sentence: what, where, what to do. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import type { Env } from '#infra/env'

/** A start that cannot be; its message is for the person who launched it. */
export class Refused extends Error {}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Makes a folder and those above it, one by one: Node's own way never ends where the system says a folder cannot be (under /proc). */
function makeFolder(dir: string) {
  if (existsSync(dir)) return
  makeFolder(path.dirname(dir))
  mkdirSync(dir)
}

/** Refuses a folder that cannot be made or written. */
export function checkDataDir(dir: string) {
  try {
    makeFolder(dir)
    accessSync(dir, constants.W_OK | constants.X_OK)
  } catch {
    throw new Refused(
      `Le dossier de données ${dir} ne peut pas être écrit\u00a0: changez ses droits, ou donnez-en un autre par DATA_DIR.`,
    )
  }
}

/** Refuses a port that is taken, forbidden, or an address that is not this machine's. */
export const checkPort = ({ PORT, HOST }: Pick<Env, 'PORT' | 'HOST'>) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Le port ${PORT} est déjà pris par un autre programme\u00a0: choisissez-en un autre, par exemple PORT=${PORT + 1} npm start.`,
        EACCES: `Ce compte n’a pas le droit d’ouvrir le port ${PORT}\u00a0: choisissez-en un au-dessus de 1024.`,
      }
      reject(
        new Refused(
          sentences[codeOf(error)] ??
            `L’adresse ${HOST ?? ''}:${PORT} ne peut pas être ouverte sur cette machine\u00a0: vérifiez HOST et PORT.`,
        ),
      )
    })
    server.listen({ port: PORT, host: HOST, exclusive: true }, () => server.close(() => resolve()))
  })

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

const MIN_VERSION = 15

/** Refuses a database that does not answer, does not let us in, or is too old. */
export async function checkDatabase(url: string) {
  const { host, username, pathname } = new URL(url)
  const sentences: Record<string, string> = {
    '28P01': `La base de données refuse le mot de passe du compte «\u00a0${username}\u00a0»\u00a0: vérifiez DATABASE_URL.`,
    '28000': `La base de données refuse le compte «\u00a0${username}\u00a0»\u00a0: vérifiez DATABASE_URL.`,
    '3D000': `La base «\u00a0${pathname.slice(1)}\u00a0» n’existe pas sur ${host}\u00a0: créez-la ou vérifiez DATABASE_URL.`,
  }
  let version: number
  try {
    version = await withClient(url, async (client) => {
      const { rows } = await client.query<{ version: string }>(
        `SELECT current_setting('server_version_num') AS version`,
      )
      return Number(rows[0]?.version)
    })
  } catch (error) {
    throw new Refused(
      sentences[codeOf(error)] ??
        `La base de données ne répond pas (${host})\u00a0: vérifiez qu’elle tourne, et DATABASE_URL.`,
    )
  }
  if (version < MIN_VERSION * 10_000) {
    throw new Refused(
      `Cette base de données est trop ancienne (PostgreSQL ${Math.floor(version / 10_000)})\u00a0: il faut PostgreSQL ${MIN_VERSION} ou plus récent.`,
    )
  }
}

/** Refuses a Redis that does not answer. Without one the queue is in the database, and its code need not be read. */
export async function checkQueue(redisUrl: string | undefined) {
  if (!redisUrl) return
  const { pingStore } = await import('#infra/queue')
  try {
    await pingStore({ kind: 'redis', url: redisUrl })
  } catch {
    const address = redisUrl.replace(/(?<!\/)\/\/.*@/, '//')
    throw new Refused(`Redis ne répond pas (${address})\u00a0: vérifiez qu’il tourne, et REDIS_URL.`)
  }
}

/** Whether nobody and nothing was ever written here: the only database that may be given the demo campagnes. */
export const isEmpty = (url: string) =>
  withClient(url, async (client) => {
    const tables = ['agent', 'campagne', 'structure', 'dossier', 'pre_projet', 'courriel_recu']
    const { rows } = await client.query<{ used: boolean }>(
      `SELECT ${tables.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ')} AS used`,
    )
    return rows[0]?.used === false
  })

/** The demo accounts that this database holds, each with its role. */
export const demoAccounts = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ account: string }>(
      `SELECT rpad(courriel, 24) || role AS account FROM agent WHERE courriel LIKE '%@mcei.test' ORDER BY role`,
    )
    return rows.map(({ account }) => account)
  })
