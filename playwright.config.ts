import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

/**
 * The applications of this run, given by scripts/test.mjs as « port:proxy's port:mail server's port » each, and the folder that holds theirs. Each worker has
 * one to itself, with its own database: two journeys at once never meet. Playwright reads this file again in each of its processes.
 */
process.env.E2E_PORTS ??= '3999:3998:3997'
process.env.E2E_DATA_ROOT ??= 'data/e2e'
const applications = process.env.E2E_PORTS.split(' ').map((ports, rang) => {
  const [port = '', proxyPort = '', smtpPort = ''] = ports.split(':')
  const dataDir = path.join(process.env.E2E_DATA_ROOT ?? '', String(rang))
  return { port, proxyPort, smtpPort, dataDir, recus: `${dataDir}-recus` }
})
const mienne = applications[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? applications[0]
process.env.E2E_PORT = mienne?.port
process.env.E2E_PROXY_PORT = mienne?.proxyPort
process.env.E2E_DATA_DIR = mienne?.dataDir
process.env.E2E_RECUS = mienne?.recus

const baseURL = `http://localhost:${mienne?.port}`
const chromium = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync)
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: applications.length,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // What hangs is found on a machine that is slow for a day too: no rule of the application stands here.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-gpu', ...quiet],
    },
  },
  // The application as anybody starts it, with the demo campagnes and a folder of its own.
  webServer: applications.flatMap(({ port, proxyPort, smtpPort, dataDir, recus }) => [
    {
      command: `node tests/e2e/livraison/serveur-smtp.ts ${smtpPort} '${recus}'`,
      port: Number(smtpPort),
    },
    {
      command: 'npm start',
      url: `http://localhost:${port}/sante/prete`,
      timeout: 300_000,
      stdout: 'pipe' as const,
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
      env: {
        PORT: port,
        DATA_DIR: dataDir,
        SEED: 'demo',
        DATABASE_URL: '',
        REDIS_URL: '',
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        // The address of the proxy that tests/e2e/mandataire.spec.ts starts; every other test goes straight to the application.
        PUBLIC_URL: `http://localhost:${proxyPort}`,
        TRUST_PROXY: 'loopback',
      },
    },
  ]),
})
