import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { portLibre } from '#support/port-libre'
import { contenu, DATA_DIR, urlDeLaBase } from '../livraison/base'

/** A second web process on the database of the application, as a second machine would be; `dit` gives all it has said. Given the port of one that is over, it takes its place; `reglages` are variables of its own. */
export async function secondProcessus(
  niveau: 'warn' | 'trace' = 'warn',
  laisse?: number,
  reglages: Record<string, string> = {},
) {
  const port = laisse ?? (await portLibre())
  const base = `http://localhost:${port}`
  const { PATH, HOME } = process.env
  const web = spawn(process.execPath, ['scripts/serve.ts'], {
    env: {
      ...{ NODE_ENV: 'production', PATH, HOME, PORT: String(port), DATA_DIR, LOG_LEVEL: niveau },
      DATABASE_URL: urlDeLaBase(),
      SESSION_SECRET: contenu('session-secret'),
      ...reglages,
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
    port,
    dit: () => dit,
    tuer: async (signal: 'SIGTERM' | 'SIGKILL') => {
      web.kill(signal)
      await fini
    },
  }
}
