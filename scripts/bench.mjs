// `npm run bench`: the benchmarks, under the pinned Node, on the application as it is built. docs/performance.md says what may be given.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { become, pinnedNode, prepare, PROJECT } from './bootstrap.mjs'

await prepare({ withBuild: true, tell: (sentence) => process.stdout.write(`• ${sentence}\n`) })

const tsx = pathToFileURL(path.join(PROJECT, 'node_modules/tsx/dist/loader.mjs')).href
become(pinnedNode(), ['--import', tsx, path.join(PROJECT, 'bench/index.ts'), ...process.argv.slice(2)], {
  cwd: PROJECT,
})
