import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { makeDb, type Db } from '#infra/db'
import { getEnv } from '#infra/env'
import { migrate } from '#infra/postgres/migrations'
import { openPostgres } from '#infra/postgres/postgres-embarque'
import { diskStorage } from '#infra/storage'
import { genererDossiers } from '#usecases/entretien/generer-dossiers'
import { peupler } from './peupler'

/** One filled database of the bench. */
export type Monde = { volume: number; db: Db; url: string; dossier: string }

const urlDe = (url: string, base: string) => Object.assign(new URL(url), { pathname: `/${base}` }).href

async function existe(url: string, base: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [base])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${base}`)
    return rowCount !== 0
  } finally {
    await client.end()
  }
}

/**
 * The Postgres of the bench: the one of DATABASE_URL, or an embedded one. `ouvrir` gives the database of a volume, filled the first time
 * and brought to the schema of today the others.
 */
export async function ouvrirMondes(base: string | undefined) {
  const dossier = base ? path.resolve(base) : await mkdtemp(path.join(os.tmpdir(), 'mcei-bench-'))
  await mkdir(dossier, { recursive: true })
  await chmod(dossier, 0o755)
  const dehors = getEnv().DATABASE_URL
  const postgres = dehors ? null : await openPostgres({ dataDir: dossier })
  const serveur = dehors ?? postgres?.url ?? ''
  return {
    async ouvrir(volume: number): Promise<Monde> {
      const nom = `mcei_bench_${volume}`
      const dejaLa = await existe(serveur, nom)
      const url = urlDe(serveur, nom)
      await migrate(url)
      const db = makeDb(url)
      if (!dejaLa) {
        const storage = diskStorage(path.join(dossier, 'fichiers'))
        const answer = await genererDossiers(
          { db, storage, now: () => new Date() },
          { dossiers: volume, graine: 1, tell: () => undefined },
        )
        if (!answer.ok) throw new Error(`La base ${nom} n’est pas vide\u00a0: ${answer.reason}`)
        await peupler(db, volume)
      }
      await db.$executeRawUnsafe('VACUUM ANALYZE')
      return { volume, db, url, dossier }
    },
    async fermer() {
      await postgres?.close()
      if (!base) await rm(dossier, { recursive: true, force: true })
    },
  }
}
