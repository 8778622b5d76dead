import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MEMOIRE_TRAVAUX, MEMOIRE_WEB } from '../../scripts/memoire'

const filesOf = (room: string) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !path.startsWith('app/infra/prisma/'))

const SERVER_ROOMS = ['infra', 'fichiers', 'lecteurs', 'usecases', 'queries', 'web']

test.each(SERVER_ROOMS)('no file of %s can reach a browser: each ends in .server.ts', (room) => {
  expect(filesOf(`app/${room}`).filter((path) => !path.endsWith('.server.ts'))).toEqual([])
})

test('the image starts the web process and the workers with the memory options of the launcher', () => {
  const [, cmd = ''] = /^CMD (.*)$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? []
  expect(JSON.parse(cmd)).toEqual(['node', ...MEMOIRE_WEB, 'scripts/serve.ts'])
  const travaux = ['node', ...MEMOIRE_TRAVAUX, '--import', 'tsx', 'workers/index.ts']
  expect(readFileSync('compose.yaml', 'utf8')).toContain(`command: [${travaux.join(', ')}]`)
})

test('only #infra/env reads the environment', () => {
  const readers = [...filesOf('app'), ...filesOf('workers')].filter((path) =>
    readFileSync(path, 'utf8').includes('process.env'),
  )
  expect(readers).toEqual(['app/infra/env.server.ts'])
})

test('.env.example lists every variable of #infra/env, and no other', () => {
  const source = readFileSync('app/infra/env.server.ts', 'utf8')
  const variables = [...source.slice(source.indexOf('z.object({')).matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
    ([, name]) => name ?? '',
  )
  const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(
    ([, name]) => name ?? '',
  )
  expect(listed.sort()).toEqual(variables.filter((name) => name !== 'NODE_ENV').sort())
})

test('what acts are done with is said once', () => {
  const said = [...filesOf('app'), ...filesOf('workers')].filter((path) =>
    /\bnow: \(\) => Date(?!\))/.test(readFileSync(path, 'utf8')),
  )
  expect(said).toEqual(['app/infra/deps.server.ts'])
})
