// `npm run check`: types, lint, import rules, dead code (with the tests, then without), format, and that the application builds. No service is
// needed; each speaks for itself.
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { pinnedNode, prepare, PROJECT } from './bootstrap.mjs'

await prepare({ tell: (sentence) => process.stdout.write(`• ${sentence}\n`) })

const ROOMS = ['app', 'workers', 'scripts', 'prisma', 'tests']
/** What is built here is not built again by the tests that follow. */
const BUILD = "import('./scripts/bootstrap.mjs').then((m) => m.prepare({ tell: console.log, withBuild: true }))"

/** The types of the whole project are held at once by the lint: more than Node allows itself. In MB. */
const MEMORY = '--max-old-space-size=8192'

/** The longest first, so that the last ones do not wait for it alone. */
const STEPS = [
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['build', '-e', BUILD],
  ['types', 'typescript/bin/tsc', '--noEmit'],
  ['rooms', 'dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...ROOMS],
  ['dead code', 'knip/bin/knip.js'],
  ['what only tests call', 'knip/bin/knip.js', '--production', '--include', 'files,exports,types'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
]

/** Each step is one thread: two at once take the time of one. */
const LANES = 2

/** Runs one step; what it says is shown whole once it ends. */
const run = ([name, program, ...args]) =>
  new Promise((resolve) => {
    const said = []
    const child = spawn(pinnedNode(), [MEMORY, program === '-e' ? program : `node_modules/${program}`, ...args], {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part))
    const end = (code) => {
      process.stdout.write(`• ${name}\n${Buffer.concat(said)}`)
      resolve(code === 0)
    }
    child.once('error', () => end(1))
    child.once('close', end)
  })

const failed = []
const left = [...STEPS]
async function lane() {
  for (let step = left.shift(); step; step = left.shift()) if (!(await run(step))) failed.push(step[0])
}
await Promise.all(Array.from({ length: LANES }, lane))
process.stdout.write(failed.length === 0 ? '✔ check\n' : `✖ check: ${failed.join(', ')}\n`)
process.exit(failed.length === 0 ? 0 : 1)
