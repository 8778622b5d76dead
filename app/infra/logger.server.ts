import pino from 'pino'
import { getEnv } from '#infra/env'

/** An address of a person, or what looks like one, wherever it stands in a line: a server's words, an error's own fields, a query. */
const ADRESSE = /[^\s"'<>@,;:()[\]\\/=]{1,64}@[^\s"'<>@,;:()[\]\\/]{1,253}/g

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

export type Logger = typeof logger
