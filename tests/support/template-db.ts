import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#infra/postgres/migrations'
import { openPostgres } from '#infra/postgres/postgres-embarque'

declare module 'vitest' {
  // Only an interface can be added to from here.
  interface ProvidedContext {
    template: { adminUrl: string; name: string }
  }
}

/** The address of another database of the same server. */
export const urlOfDatabase = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href

/** Runs one statement outside any transaction, as CREATE DATABASE wants. */
export async function runSql(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ datname: string }>(sql)).rows
  } finally {
    await client.end()
  }
}

/** What a test database may lose is a test: no wait for the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** A server for this run: the one of DATABASE_URL_TEST, or an embedded one that leaves nothing behind. */
async function openServer() {
  const outside = process.env.DATABASE_URL_TEST
  if (outside) return { url: outside, close: async () => {} }
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mcei-tests-'))
  // Run by root, the server has an account of its own, which must be able to enter.
  chmodSync(dataDir, 0o755)
  const { url, close } = await openPostgres({ dataDir, settings: SETTINGS })
  return {
    url,
    async close() {
      await close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** One migrated database before the first test; each test file gets a copy of it from `ownDb`. */
export default async function setup(project: TestProject) {
  const server = await openServer()
  const name = `mcei_test_${randomUUID().slice(0, 8)}`
  await runSql(server.url, `CREATE DATABASE ${name}`)
  await migrate(urlOfDatabase(server.url, name))
  project.provide('template', { adminUrl: server.url, name })
  return async () => {
    const left = await runSql(
      server.url,
      `SELECT datname FROM pg_database WHERE datname LIKE '${name}%' ORDER BY datname DESC`,
    )
    for (const { datname } of left) await runSql(server.url, `DROP DATABASE "${datname}" WITH (FORCE)`)
    await server.close()
  }
}
