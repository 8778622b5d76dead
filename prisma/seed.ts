import path from 'node:path'
import { makeDb } from '#infra/db'
import { getEnv } from '#infra/env'
import { diskStorage } from '#infra/storage'
import { chargerDemonstration } from './demo/chargement'

const { DATABASE_URL, DATA_DIR, SEED } = getEnv()
// A demonstration lost in a power cut is made again: its commits need not wait for the disk.
const url = new URL(DATABASE_URL ?? '')
url.searchParams.set('options', '-c synchronous_commit=off')
const db = makeDb(url.href)

/** The demonstration goes only in a database that holds nobody. */
async function estVide() {
  return (await db.agent.count()) === 0 && (await db.dossier.count()) === 0
}

try {
  if (SEED === 'demo' && (await estVide())) {
    const demarreLe = new Date()
    await chargerDemonstration({ db, storage: diskStorage(path.join(DATA_DIR, 'fichiers')), now: () => demarreLe })
  }
} finally {
  await db.$disconnect()
}
