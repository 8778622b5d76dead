import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { makeDb } from '#infra/db'
import { runSql, urlOfDatabase } from '#support/template-db'

/**
 * A migrated, empty database that no other test file touches, and a DATA_DIR. What is imported afterwards (a route, a
 * worker) finds both in its environment; `drop` ends them.
 */
export async function ownDb() {
  const { adminUrl, name } = inject('template')
  const database = `${name}_${randomUUID().replaceAll('-', '')}`
  await runSql(adminUrl, `CREATE DATABASE ${database} TEMPLATE ${name}`)
  const url = urlOfDatabase(adminUrl, database)
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mcei-test-'))
  Object.assign(process.env, { DATABASE_URL: url, DATA_DIR: dataDir })
  const db = makeDb(url)
  return {
    db,
    url,
    dataDir,
    async drop() {
      await db.$disconnect()
      await runSql(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
