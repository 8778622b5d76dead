// `npm run fiabilite`: what becomes of mails under each fault, on both stores of the queue, under the pinned Node. docs/fiabilite.md says what may be given.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { become, pinnedNode, prepare, PROJECT } from './bootstrap.mjs'

await prepare({ withBuild: false, tell: (sentence) => process.stdout.write(`• ${sentence}\n`) })

const tsx = pathToFileURL(path.join(PROJECT, 'node_modules/tsx/dist/loader.mjs')).href
become(pinnedNode(), ['--import', tsx, path.join(PROJECT, 'bench/fiabilite.ts'), ...process.argv.slice(2)], {
  cwd: PROJECT,
})
