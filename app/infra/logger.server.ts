import pino from 'pino'
import { getEnv } from '#infra/env'

/** JSON lines on stderr: stdout belongs to the CLI's answers. */
export const logger = pino(
  { level: getEnv().LOG_LEVEL, redact: ['req.headers.cookie', 'motDePasse', '*.motDePasse'] },
  pino.destination(2),
)

export type Logger = typeof logger
