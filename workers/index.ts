import { getEnv } from '#infra/env'
import { logger, sayLastWords } from '#infra/logger'
import { start } from './start'

const { DATABASE_URL, ...env } = getEnv()
if (!DATABASE_URL) throw new Error('DATABASE_URL manque\u00a0: lancez l’application par «\u00a0npm start\u00a0».')

sayLastWords()
const log = logger.child({ process: 'worker' })
const workers = await start({ ...env, DATABASE_URL }, log)
log.info({ store: env.REDIS_URL ? 'redis' : 'postgres' }, 'workers ready')

let stopping = false

async function stop(signal: NodeJS.Signals) {
  if (stopping) process.exit(1)
  stopping = true
  log.info({ signal }, 'workers stopping')
  await workers.close()
  log.info('workers stopped')
  process.exit(0)
}

process.on('SIGTERM', (signal) => void stop(signal))
process.on('SIGINT', (signal) => void stop(signal))
