import pino from 'pino'
import { getEnv } from '#infra/env'

/** An address of a person, or what looks like one, wherever it stands in a line: a server's words, an error's own fields, a query, the address of a page. */
const ADRESSE = /[^\s"'<>@,;:()[\]\\/=]{1,64}(?:@|%40)[^\s"'<>@,;:()[\]\\/]{1,253}/gi

/**
 * JSON lines on stderr: stdout belongs to the CLI's answers. No line names a person: whatever it says, and whoever wrote it, each address in it is
 * taken out as it leaves.
 */
export const logger = pino(
  {
    level: getEnv().LOG_LEVEL,
    redact: ['req.headers.cookie', 'motDePasse', '*.motDePasse'],
    hooks: { streamWrite: (line) => line.replace(ADRESSE, '[adresse]') },
  },
  pino.destination(2),
)

/** What ends this process by surprise is said as all the rest is: Node would print it as it is. */
export function sayLastWords(): void {
  process.on('uncaughtException', (err) => {
    logger.fatal({ err }, 'the process ends: nobody expected this')
    process.exit(1)
  })
}

export type Logger = typeof logger
