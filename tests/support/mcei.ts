import { execFile } from 'node:child_process'
import path from 'node:path'

const PROJECT = path.resolve(import.meta.dirname, '../..')

export type Sortie = { code: number; stdout: string; stderr: string }

/** The command as a script runs it, on this database: another process, its exit code, its two outputs. */
export const mcei = (
  { url, dataDir }: { url: string; dataDir: string },
  args: string[],
  env: Record<string, string> = {},
) =>
  new Promise<Sortie>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', path.join(PROJECT, 'app/cli/index.ts'), ...args],
      { cwd: PROJECT, env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, ...env } },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })

/** What a command run with `--json` answers. */
export const json = ({ stdout }: Sortie) => JSON.parse(stdout) as Record<string, unknown>
