// `npm run -s mcei -- COMMANDE …`: the CLI under the pinned Node. Standard output is the command's own: we speak on the other.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { become, pinnedNode, prepare, PROJECT } from './bootstrap.mjs'

await prepare({ tell: (sentence) => process.stderr.write(`• ${sentence}\n`) })

// npm moves to the project's folder; the paths a person types are told from where that person stands.
const cwd = (process.env.npm_lifecycle_event === 'mcei' && process.env.INIT_CWD) || process.cwd()
const tsx = pathToFileURL(path.join(PROJECT, 'node_modules/tsx/dist/loader.mjs')).href
become(
  pinnedNode(),
  [
    '--disable-warning=DeprecationWarning',
    '--import',
    tsx,
    path.join(PROJECT, 'app/cli/index.ts'),
    ...process.argv.slice(2),
  ],
  { cwd },
)
