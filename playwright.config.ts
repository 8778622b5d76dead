import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** The port and folder of this run, given by scripts/test.mjs; Playwright reads this file again in each of its processes. */
process.env.E2E_PORT ??= '3999'
process.env.E2E_PROXY_PORT ??= '3998'
process.env.E2E_DATA_DIR ??= 'data/e2e'

const baseURL = `http://localhost:${process.env.E2E_PORT}`
const chromium = '/usr/bin/chromium'
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
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(existsSync(chromium) && { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-gpu', ...quiet],
    },
  },
  // The application as anybody starts it, with the demo campagnes and a folder of its own.
  webServer: {
    command: 'npm start',
    url: `${baseURL}/sante/prete`,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      SEED: 'demo',
      DATABASE_URL: '',
      REDIS_URL: '',
      SMTP_URL: '',
      // The address of the proxy that tests/e2e/mandataire.spec.ts starts; every other test goes straight to the application.
      PUBLIC_URL: `http://localhost:${process.env.E2E_PROXY_PORT}`,
      TRUST_PROXY: 'loopback',
    },
  },
})
