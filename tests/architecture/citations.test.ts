import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourcesDe } from '#support/textes'

const DOCS = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)

/** What may cite a document: the code with its comments, the schema, and the documents themselves. */
const CITANTS = [
  ...sourcesDe(['app', 'workers', 'scripts', 'prisma', 'tests', 'bench']).filter(
    (path) => path !== 'tests/architecture/citations.test.ts',
  ),
  ...readdirSync('.').filter((name) => /\.(ts|js|cjs|json|yaml|md)$/.test(name) && name !== 'package-lock.json'),
  'prisma/schema.prisma',
  ...DOCS,
]

const SECTION = String.raw`\d+(?:\.\d+)*`
const SECTIONS = String.raw`§§? (?<sections>${SECTION}(?:(?:, | and )${SECTION})*)`
/** A page with its sections, or a page alone, or sections alone. */
const CITATION = new RegExp(
  [
    String.raw`(?<page>[\w./-]+\.md)(?: ${SECTIONS})?`,
    `(?<!RFC \\d{4} )${SECTIONS.replace('<sections>', '<seules>')}`,
  ].join('|'),
  'gu',
)
const DECISION = /\bdecisions?[ /](?<numero>\d{4})\b/gu
/** Where a section without its page is looked for: the facts of the field are what the code cites. */
const DOMAINE = 'docs/domaine.md'

const titres = (page: string): Set<string> =>
  new Set([...readFileSync(page, 'utf8').matchAll(/^#+ (\d+(?:\.\d+)*)\.? /gmu)].map(([, numero]) => numero ?? ''))

function fautes(path: string, texte: string): string[] {
  const citees = [...texte.matchAll(CITATION)].flatMap(({ groups }) => {
    const page = groups?.page ?? DOMAINE
    const sections = groups?.sections ?? groups?.seules ?? ''
    if (!existsSync(page)) return [`${path} cites ${page}`]
    const connues = titres(page)
    return (sections.match(/\d+(?:\.\d+)*/gu) ?? [])
      .filter((section) => !connues.has(section))
      .map((section) => `${path} cites ${page} § ${section}`)
  })
  const decisions = [...texte.matchAll(DECISION)].map(({ groups }) => groups?.numero ?? '')
  const absentes = decisions.filter((n) => !DOCS.some((page) => page.startsWith(`docs/decisions/${n}-`)))
  return [...citees, ...absentes.map((n) => `${path} cites decision ${n}`)]
}

test('every document and section that is cited is in the repository', () => {
  expect(CITANTS.flatMap((path) => fautes(path, readFileSync(path, 'utf8')))).toEqual([])
})

test('nothing is cited that stands outside the repository, nor how the work is shared out', () => {
  const dehors = /\.\.\/shared|\bshared\/|\/work\/|\bissues? #?\d|\bissues\/\d/iu
  expect(CITANTS.filter((path) => dehors.test(readFileSync(path, 'utf8')))).toEqual([])
})

test('every place that the README leads to is there', () => {
  const readme = readFileSync('README.md', 'utf8')
  const places = [...readme.matchAll(/`((?:app|workers|prisma|tests|scripts|docs)\/[^`\s]+)`/gu)].map(
    ([, lieu]) => lieu ?? '',
  )
  /** What stands before a name to be chosen: `app/usecases/<objet>/…` is `app/usecases`. */
  const connu = (lieu: string) => lieu.replace(/\/[^/]*[<*].*$/u, '')
  expect(places.length).toBeGreaterThan(10)
  expect(places.filter((lieu) => !existsSync(connu(lieu)))).toEqual([])
})

test('every decision has its date and its standing', () => {
  const pages = DOCS.filter((page) => page.startsWith('docs/decisions/'))
  expect(pages.filter((page) => !/^# \d{4}\. .+\n\n\d{4}-\d{2}-\d{2} · \w+/u.test(readFileSync(page, 'utf8')))).toEqual(
    [],
  )
})

test.each([
  ['a page that is not there', 'See absent.md.'],
  ['a section that is not there', 'docs/domaine.md § 7.99'],
  ['one of two sections', 'docs/domaine.md §§ 7.4, 7.99'],
  ['a section alone', 'so (§ 99) it is'],
  ['a decision that is not there', 'docs/decisions/0999'],
])('it sees %s', (_nom, texte) => {
  expect(fautes('essai.ts', texte)).toHaveLength(1)
})
