import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { makeDb } from '#infra/db'
import { migrate } from '#infra/postgres/migrations'
import { openPostgres } from '#infra/postgres/postgres-embarque'
import type { Store } from '#infra/queue'
import type { Banc } from '#support/pannes/pannes'
import { ownRedis } from '#support/redis'
import { ownSmtp } from '#support/smtp'
import { portLibre } from '#support/port-libre'

/** An application of its own, its database, its queue and its mail server, on ports nobody has. */
export async function ouvrirBanc(kind: Store['kind']): Promise<{ banc: Banc; fermer: () => Promise<void> }> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'mcei-fiabilite-'))
  await chmod(dir, 0o755)
  const settings = { port: String(await portLibre()) }
  let base = await openPostgres({ dataDir: dir, settings })
  await migrate(base.url)
  const db = makeDb(base.url)
  const redis = kind === 'redis' ? await ownRedis() : undefined
  const store: Store = redis ? { kind: 'redis', url: redis.url } : { kind: 'postgres', url: base.url }
  const smtp = await ownSmtp()
  const redemarrerBase = async () => {
    await base.close()
    base = await openPostgres({ dataDir: dir, settings })
  }
  return {
    banc: { db, url: base.url, dir, store, redis, smtp, redemarrerBase },
    async fermer() {
      await db.$disconnect()
      await Promise.all([smtp.close(), redis?.close()])
      await base.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
