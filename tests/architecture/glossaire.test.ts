import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/glossaire.md', 'utf8')
const terms = page.slice(page.indexOf('## Terms'), page.indexOf('## Words that do not stand alone'))
/** What the second column names, without accents or quotes: `PreProjet`, `pre-projet`… */
const known = new Set([...terms.matchAll(/`([^`]+)`/g)].map(([, word]) => word?.toLowerCase()))
const alone = [...page.slice(page.indexOf('## Words that do not stand alone')).matchAll(/`(\w+)`/g)].map(
  ([, word]) => word ?? '',
)

const sources = ['app', 'workers', 'prisma', 'tests'].flatMap((room) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: `${entry.parentPath}/${entry.name}` }))
    .filter(({ path }) => !path.startsWith('app/infra/prisma') && !path.startsWith('tests/fixtures')),
)

test('every Prisma model has its line', () => {
  const models = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+)/gm)].map(
    ([, name]) => name ?? '',
  )
  expect(models.length).toBeGreaterThan(0)
  expect(models.filter((name) => !known.has(name.toLowerCase()))).toEqual([])
})

test('every folder of the domain has its line', () => {
  const folders = readdirSync('app/domain', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const missing = folders.filter(({ name }) => !known.has(name) && !known.has(name.replaceAll('-', '')))
  expect(missing.map(({ name }) => name)).toEqual([])
})

test('no file or folder is named by a word that does not stand alone', () => {
  const stem = (name: string) => name.split('.')[0]?.toLowerCase() ?? ''
  const named = sources.filter(({ entry }) => alone.includes(stem(entry.name)))
  expect(named.map(({ path }) => path)).toEqual([])
})

test('no path of the source has an accent, a space or a capital', () => {
  expect(
    sources.map(({ path }) => path).filter((path) => !/^[a-z0-9/.$_-]+$/.test(path.replace(/\$[a-zA-Z]+/g, '$'))),
  ).toEqual([])
})
