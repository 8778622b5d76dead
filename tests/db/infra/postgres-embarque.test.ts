import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openPostgres } from '#infra/postgres/postgres-embarque'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mcei-postgres-'))
chmodSync(dataDir, 0o755)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ answer: string }>(sql)).rows[0]?.answer
  } finally {
    await client.end()
  }
}

/** Another process that opens the same server, says its address and holds it until it is told to end. */
async function otherUser() {
  const program = `
    const { openPostgres } = await import('./app/infra/postgres/postgres-embarque.server.ts')
    const { url, close } = await openPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(url)
    process.stdin.once('data', async () => { await close(); process.exit(0) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: line.toString().trim(), child }
}

test('what was written is there at the next start, and French sorts as French does', async () => {
  const first = await openPostgres({ dataDir })
  await ask(first.url, 'CREATE TABLE essai (mot text)')
  await ask(first.url, `INSERT INTO essai VALUES ('Zoé'), ('élan'), ('Eau')`)
  await first.close()
  await expect(ask(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')

  const second = await openPostgres({ dataDir })
  expect(await ask(second.url, `SELECT string_agg(mot, ',' ORDER BY mot) AS answer FROM essai`)).toBe('Eau,élan,Zoé')
  await second.close()
})

test('two processes share one server, and the last to leave stops it', async () => {
  const other = await otherUser()
  const ours = await openPostgres({ dataDir })
  expect(ours.url).toBe(other.url)

  other.child.stdin.write('end\n')
  await once(other.child, 'exit')
  expect(await ask(ours.url, `SELECT 'encore' AS answer`)).toBe('encore')

  await ours.close()
  await expect(ask(ours.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
})

test('a server left by a process that was killed is taken over, then stopped', async () => {
  const other = await otherUser()
  other.child.kill('SIGKILL')
  await once(other.child, 'exit')
  expect(await ask(other.url, `SELECT 'vivante' AS answer`)).toBe('vivante')

  const ours = await openPostgres({ dataDir })
  expect(ours.url).toBe(other.url)
  await ours.close()
  await expect(ask(ours.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
})
