import { existsSync } from 'node:fs'
import path from 'node:path'
import { getEnv, PROJECT_DIR } from '#infra/env'

const dotEnv = path.join(PROJECT_DIR, '.env')
if (existsSync(dotEnv)) process.loadEnvFile(dotEnv)

/** A wrong variable is told before anything that reads one is imported. */
function wrongVariables(): string | null {
  try {
    getEnv()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const argv = process.argv.slice(2)
const erreur = wrongVariables()
if (erreur) {
  process.exitCode = 1
  if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ erreur })}\n`)
  else process.stderr.write(`${erreur}\n`)
} else {
  const { main } = await import('#cli/main')
  process.exitCode = await main(argv)
}
