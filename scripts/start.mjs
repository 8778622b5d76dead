// `npm start`: brings the project up to date, then becomes scripts/launch.ts under the pinned Node.
import { become, pinnedNode, prepare } from './bootstrap.mjs'

await prepare({ tell: (sentence) => process.stdout.write(`• ${sentence}\n`), withBuild: true })
become(pinnedNode(), ['scripts/launch.ts'])
