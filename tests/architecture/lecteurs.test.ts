import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What opens bytes: each can be held, or blown up, by a file that anybody may send. */
const OUVRENT = [
  'yauzl-promise',
  'mailparser',
  '@zone-eu/mailsplit',
  '@kenjiuno/decompressrtf',
  '@kenjiuno/msgreader',
  'unpdf',
  'file-type',
  'sanitize-html',
  'saxes',
  'iconv-lite',
  'csv-parse',
  '@napi-rs/canvas',
  'node:zlib',
]

/** What writes workbooks, archives and documents, and could read some of them too. */
const ECRIVENT = {
  exceljs: [
    'budget-a-remplir',
    'classeur-de-votes',
    'classeur-rapport',
    'impression',
    'page-de-classeur',
    'saisie-de-classeur',
    'valeur-de-cellule',
  ].map((un) => `app/fichiers/classeur/${un}`),
  '@zip.js/zip.js': ['app/fichiers/classeur/joindre-graphiques'],
  pdfkit: ['app/fichiers/pdf/formulaire-ecrit', 'app/fichiers/pdf/pdf-ecrit'],
  archiver: [
    'app/fichiers/archive/archive-de-pieces',
    'app/fichiers/document/docx-ecrit',
    'app/fichiers/livraison/archiver-dossier',
  ],
}

const fichiers = ['app', 'workers', 'scripts'].flatMap((racine) =>
  readdirSync(racine, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile() && /\.tsx?$/.test(entree.name))
    .map((entree) => `${entree.parentPath}/${entree.name}`)
    .filter((chemin) => !chemin.startsWith('app/infra/prisma/')),
)

const importent = (paquet: string) =>
  fichiers.filter((chemin) => {
    const source = readFileSync(chemin, 'utf8')
    return source.includes(`from '${paquet}'`) || source.includes(`import('${paquet}')`)
  })

test.each(OUVRENT)('%s is known by the readers alone', (paquet) => {
  const qui = importent(paquet)
  expect(qui).not.toEqual([])
  expect(qui.filter((chemin) => !chemin.startsWith('app/fichiers/'))).toEqual([])
})

test.each(Object.entries(ECRIVENT))('%s is known by what writes alone', (paquet, qui) => {
  expect(importent(paquet)).toEqual(qui.map((un) => `${un}.server.ts`))
})

test('what a reader process runs is where the readers are called, and nothing else calls them', () => {
  const portes = fichiers.filter((chemin) => /\bimport\('#fichiers\//.test(readFileSync(chemin, 'utf8')))
  expect(portes).toEqual(['app/lecteurs/entree.server.ts'])
})
