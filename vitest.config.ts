import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/support/no-console-error.ts']
const env = { LOG_LEVEL: 'silent', TZ: 'UTC' }

/** The routes as a build would know them; here nothing is built. */
const alias = { 'virtual:remix/server-build': path.resolve('tests/support/server-build.ts') }

/**
 * What a process holds one of: the web's own database, the variables it began with, its readers, its plans. A file that touches them has a process
 * to itself, as has one that measures the memory of what it starts, for a child begins at the mark of who starts it. The others keep nothing between
 * two files, and half of the time of a short one was that of loading the modules anew.
 */
const UN_PAR_PROCESSUS =
  /import\('#web\/deps'\)|'CLAMD_URL'\]|stubEnv\(|#lecteurs\/|\/lecteurs-pleins'|pg_prepared_statements|maxRSS/
const aPart = globSync('tests/db/**/*.test.ts').filter((file) => UN_PAR_PROCESSUS.test(readFileSync(file, 'utf8')))

const db = {
  globalSetup: ['tests/support/template-db.ts'],
  setupFiles,
  env,
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  resolve: { alias },
  test: {
    restoreMocks: true,
    // By default two cores get one file at a time, and half of the database's tests wait; a third file slows the two others as much.
    maxWorkers: 2,
    projects: [
      // Rules keep nothing between two calls, nor do their tests: one process a worker loads each module once, and not once a file.
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false, setupFiles, env },
      },
      {
        extends: true,
        test: { ...db, name: 'db', include: ['tests/db/**/*.test.ts'], exclude: aPart, isolate: false },
      },
      { extends: true, test: { ...db, name: 'db, apart', include: aPart } },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          setupFiles,
          // The routes are imported to be looked at; this address is never dialled.
          env: {
            ...env,
            DATABASE_URL: 'postgresql://personne@127.0.0.1:1/aucune',
            DATA_DIR: './node_modules/.cache/mcei/architecture',
          },
          testTimeout: 60_000,
        },
      },
    ],
  },
})
