import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { compter } from '#domain/nombre'
import { PROJECT_DIR, variablesWith } from '#infra/env'
import { ClientQuiTient } from '#infra/postgres/client-qui-tient'

/** Any number, the same for all: two processes that bring one database up to date take turns. */
const LOCK = 6_220_251

/** The migrations of the project that this database has not seen, in their order. */
async function pending(client: pg.Client): Promise<string[]> {
  const folders = readdirSync(path.join(PROJECT_DIR, 'prisma/migrations'), { withFileTypes: true })
  const known = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  )
  if (!rows[0]?.exists) return known.sort()
  const applied = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const done = new Set(applied.rows.map(({ name }) => name))
  return known.filter((name) => !done.has(name)).sort()
}

/** Runs Prisma's own command; rejects with what it said when it fails. */
const deploy = (url: string) =>
  new Promise<void>((resolve, reject) => {
    const prisma = path.join(PROJECT_DIR, 'node_modules/prisma/build/index.js')
    const child = spawn(process.execPath, [prisma, 'migrate', 'deploy'], {
      cwd: PROJECT_DIR,
      env: variablesWith({ DATABASE_URL: url, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      reject(new Error(`La base de données n’a pas pu être mise à jour\u00a0:\n${said.trim()}`))
    })
  })

/** Brings a database to the project's schema. A database already there is asked one question and left alone. */
export async function migrate(url: string, tell: (sentence: string) => void = () => {}) {
  const client = new ClientQuiTient({ connectionString: url })
  await client.connect()
  try {
    if ((await pending(client)).length === 0) return
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const names = await pending(client)
    if (names.length === 0) return
    tell(`Mise à jour de la base de données (${compter(names.length, 'migration')})…`)
    await deploy(url)
  } finally {
    await client.end()
  }
}
