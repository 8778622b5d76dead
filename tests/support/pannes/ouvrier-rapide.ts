import { RYTHME } from '#domain/courriel/suspension'
import { getEnv } from '#infra/env'
import { logger } from '#infra/logger'
import { start } from '#workers/start'

/** A worker process whose waits are those of `RYTHME_DESSAI`, so that days of tries last seconds. */
const { DATABASE_URL = '', ...env } = getEnv()
const rythme = { ...RYTHME, ...(JSON.parse(process.env['RYTHME_DESSAI'] ?? '{}') as Partial<typeof RYTHME>) }
const ouvrier = await start({ ...env, DATABASE_URL }, logger, { rythme, lockDuration: 3_000, stalledInterval: 1_000 })
process.on('SIGTERM', () => void ouvrier.close().then(() => process.exit(0)))
