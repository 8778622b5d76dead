import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..')

export type WorkerProcess = {
  pid: number | undefined
  /** What it logged, for a test that fails. */
  said: () => string
  kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<Fin>
  /** Its end, whoever makes it end. */
  fini: Promise<Fin>
}

type Fin = { code: number | null; signal: NodeJS.Signals | null }

/** A real worker process, as `npm start` starts it unless told otherwise. It inherits no setting of the application from the test. */
export function startWorkerProcess(env: Record<string, string>, entree = 'workers/index.ts'): WorkerProcess {
  const { PATH, HOME, NODE_OPTIONS } = process.env
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', entree], {
    cwd: PROJECT_DIR,
    env: {
      PATH,
      HOME,
      NODE_OPTIONS,
      NODE_ENV: 'production',
      SESSION_SECRET: 'x'.repeat(32),
      LOG_LEVEL: 'info',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const ended = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }))
  return {
    pid: child.pid,
    said: () => log,
    fini: ended,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
