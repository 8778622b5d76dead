import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { portLibre } from '#support/port-libre'

const DATA_DIR = path.resolve(process.env.E2E_DATA_DIR ?? 'data/e2e')
const contenu = (...nom: string[]) => readFileSync(path.join(DATA_DIR, ...nom), 'utf8').trim()

/** A second web process on the database of the application, as a second machine would be; `dit` gives all it has said. */
export async function secondProcessus(niveau: 'warn' | 'trace' = 'warn') {
  const port = await portLibre()
  const base = `http://localhost:${port}`
  const { PATH, HOME } = process.env
  const web = spawn(process.execPath, ['scripts/serve.ts'], {
    env: {
      ...{ NODE_ENV: 'production', PATH, HOME, PORT: String(port), DATA_DIR, LOG_LEVEL: niveau },
      DATABASE_URL: `postgresql://mcei:${contenu('postgres', 'mot-de-passe')}@127.0.0.1:${contenu('postgres', 'port')}/mcei`,
      SESSION_SECRET: contenu('session-secret'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let dit = ''
  for (const flux of [web.stdout, web.stderr]) flux.on('data', (morceau: Buffer) => (dit += morceau.toString()))
  const fini = once(web, 'exit')
  await expect
    .poll(
      () =>
        fetch(`${base}/sante`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
  return {
    base,
    dit: () => dit,
    tuer: async (signal: 'SIGTERM' | 'SIGKILL') => {
      web.kill(signal)
      await fini
    },
  }
}
