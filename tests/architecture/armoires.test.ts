import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const CODE = ['app', 'workers', 'scripts', 'bench', 'tests', 'prisma']
/** What is generated, given by others, or one entry per address. */
const A_PART = /^(app\/infra\/prisma|prisma\/migrations|tests\/fixtures)(\/|$)|^app\/routes\/(bureau|extranet)$/
const MAX = 25

const dossiers = CODE.flatMap((room) => [
  room,
  ...readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${entry.parentPath}/${entry.name}`),
]).filter((path) => !A_PART.test(path))

/** What the benchmarks leave beside themselves. */
const LAISSE = 'resultats.json'

const fichiersDe = (dossier: string): number =>
  readdirSync(dossier, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== LAISSE).length

test(`no folder of code holds more than ${MAX} files: a newcomer reads the list of one at a glance`, () => {
  const pleins = dossiers.map((path) => [path, fichiersDe(path)] as const).filter(([, n]) => n > MAX)
  expect(pleins).toEqual([])
})

/** The layers that have cupboards. */
const ARMOIRES = [
  'app/domain',
  'app/usecases',
  'app/queries',
  'app/ui',
  'app/fichiers',
  'app/emails',
  'app/libelles',
  'app/infra',
  'app/infra/stores',
  'tests/unit',
  'tests/db',
]

/** Cupboards that are no word of the field, each for its reason. */
const PLOMBERIE: Record<string, string> = {
  archive: 'a kind of file: zip',
  cadre: 'the frame of the officers’ pages, and what it counts',
  classeur: 'a kind of file: workbook',
  demonstration: 'tests of the year that an empty base is given to be looked at (prisma/demo)',
  document: 'a kind of file: text with tables',
  entretien: 'what keeps the base clean and fed',
  image: 'a kind of file: a picture, or a page as one',
  infra: 'tests of the room of that name',
  kit: 'components that know no word of the field',
  lecteurs: 'tests of the room of that name',
  livraison: 'a delivery of the portal: its listing and its archive of pièces',
  modeles: 'the words of the mails, one file each',
  pdf: 'a kind of file',
  postgres: 'the database as a program: embedded, shared, migrated',
  prisma: 'generated',
  reception: 'tests of mails and listings from end to end',
  stores: 'one aggregate each: loaded, claimed, saved',
  tableau: 'a kind of file: rows and columns',
  type: 'what a file really is, and why it is refused',
  web: 'tests of the room of that name',
  workers: 'tests of the room of that name',
}

const glossaire = readFileSync('docs/glossaire.md', 'utf8')
const TERMES = glossaire.slice(glossaire.indexOf('## Terms'), glossaire.indexOf('## Words that do not stand alone'))
const mots = new Set(
  [...TERMES.matchAll(/`([^`]+)`|\*([^*]+)\*/g)].map(([, code, dit]) => (code ?? dit ?? '').toLowerCase()),
)

const armoires = ARMOIRES.flatMap((couche) =>
  readdirSync(couche, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ couche, nom: entry.name })),
)

test('a cupboard is named by a word of docs/glossaire.md, or by one of the few words of plumbing', () => {
  const inconnues = armoires.filter(
    ({ nom }) => !mots.has(nom) && !mots.has(nom.replaceAll('-', '')) && !(nom in PLOMBERIE),
  )
  expect(inconnues.map(({ couche, nom }) => `${couche}/${nom}`)).toEqual([])
})

test('no word of plumbing is kept for a cupboard that is gone', () => {
  expect(Object.keys(PLOMBERIE).filter((mot) => !armoires.some(({ nom }) => nom === mot))).toEqual([])
})
