// `npm run check`: types, lint, import rules, dead code (with the tests, then without), format. No service is needed; each speaks for itself.
import { pinnedNode, prepare, runShown } from './bootstrap.mjs'

await prepare({ tell: (sentence) => process.stdout.write(`• ${sentence}\n`) })

const ROOMS = ['app', 'workers', 'scripts', 'prisma', 'tests']
const STEPS = [
  ['types', 'typescript/bin/tsc', '--noEmit'],
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['rooms', 'dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...ROOMS],
  ['dead code', 'knip/bin/knip.js'],
  ['what only tests call', 'knip/bin/knip.js', '--production', '--include', 'files,exports,types'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
]

const failed = []
for (const [name, program, ...args] of STEPS) {
  process.stdout.write(`• ${name}\n`)
  const code = await runShown(pinnedNode(), [`node_modules/${program}`, ...args], process.env)
  if (code !== 0) failed.push(name)
}
process.stdout.write(failed.length === 0 ? '✔ check\n' : `✖ check: ${failed.join(', ')}\n`)
process.exit(failed.length === 0 ? 0 : 1)
