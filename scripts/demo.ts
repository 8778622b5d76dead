/** The demonstration of an empty database: whole or not at all. */
import pg from 'pg'
import { migrate } from '#infra/postgres/migrations'
import { isEmpty } from './preflight.ts'

const ASIDE = 'mcei_demonstration'

const urlOf = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href

async function runSql(url: string, statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}

/**
 * Fills the empty database of an embedded server: `seed` fills another one, which takes the name of the first once it is
 * whole. A seed that fails or is stopped leaves the database as empty as it was.
 */
export async function loadAside(url: string, seed: (url: string) => Promise<void>) {
  const name = new URL(url).pathname.slice(1)
  const server = urlOf(url, 'postgres')
  await runSql(server, [`DROP DATABASE IF EXISTS ${ASIDE} WITH (FORCE)`, `CREATE DATABASE ${ASIDE}`])
  await migrate(urlOf(url, ASIDE))
  await seed(urlOf(url, ASIDE))
  if (!(await isEmpty(url))) return
  await runSql(server, [`DROP DATABASE ${name} WITH (FORCE)`, `ALTER DATABASE ${ASIDE} RENAME TO ${name}`])
}
