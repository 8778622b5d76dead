import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json, mcei as lancer } from '#support/mcei'
import { csv } from '#support/reception'
import { ownDb } from '#support/own-db'

const BUDGETS = path.resolve(import.meta.dirname, '../../fixtures/budgets')

let own: Awaited<ReturnType<typeof ownDb>>
let dossier: string
beforeAll(async () => {
  own = await ownDb()
  dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-cli-'))
})
afterAll(async () => {
  await own.drop()
  await rm(dossier, { recursive: true, force: true })
})

const mcei = (args: string[], env?: Record<string, string>) => lancer(own, args, env)

test('a listing and a folder of pièces: one JSON document and nothing else on the standard output', async () => {
  const listing = path.join(dossier, 'demandes.csv')
  const pieces = path.join(dossier, 'pieces', '2025-00001')
  await mkdir(pieces, { recursive: true })
  await writeFile(listing, csv({}, { Numéro: '2024-00007', 'Date de dépôt': '3/4/2024' }))
  await writeFile(path.join(pieces, '01 - RIB.pdf'), '%PDF-1.4\n%%EOF')
  const sortie = await mcei(['importer-demandes', listing, '--pieces', path.dirname(pieces), '--json'])
  expect(sortie.code).toBe(0)
  expect(json(sortie)).toMatchObject({
    lignes: 2,
    crees: 2,
    pieces: { recues: 1, refusees: [] },
    campagnesOuvertes: ['MEI-2024'],
  })
  expect(await own.db.campagne.count()).toBe(3)

  const completude = await mcei(['completude', '2025-00001', '--json'])
  expect(json(completude)).toMatchObject({
    numero: '2025-00001',
    genre: 'association',
    complet: false,
    aControler: ['RIB'],
  })
  expect(json(await mcei(['verifier-journal', '--json']))).toMatchObject({ intact: true })
}, 60_000)

const CLES = [
  'lignes',
  'crees',
  'misAJour',
  'inchanges',
  'brouillons',
  'horsPerimetre',
  'rejets',
  'anomalies',
  'disparus',
  'nouvelles',
  'campagnesOuvertes',
  'courriels',
  'pieces',
]

test('à blanc writes nothing and says what the import then does; old deposits send no mail unless it is asked', async () => {
  const listing = path.join(dossier, 'ancien.csv')
  const lignes = Array.from({ length: 12 }, (_, i) => ({
    Numéro: `2025-3${String(i).padStart(4, '0')}`,
    Objet: `N° ${i}`,
  }))
  await writeFile(listing, csv(...lignes, { Numéro: '2025-39999', Type: 'Quartier Politique de la Ville' }))
  const compter = async () => [await own.db.dossier.count(), await own.db.lot.count(), await own.db.courriel.count()]
  const avant = await compter()
  const aBlanc = await mcei(['importer-demandes', listing, '--a-blanc', '--json'])
  expect(aBlanc.stderr).toMatch(/12\sdossiers déposés il y a plus de 30\sjours.*aucun courriel ne part/)
  expect(await compter()).toEqual(avant)
  expect(Object.keys(json(aBlanc)).sort()).toEqual(CLES.toSorted())
  expect(Object.keys(json(aBlanc).pieces as object)).toEqual(['recues', 'refusees'])
  expect(json(aBlanc)).toMatchObject({ lignes: 13, crees: 12, horsPerimetre: 1, courriels: 0 })

  const fait = await mcei(['importer-demandes', listing, '--json'])
  expect(json(fait)).toEqual(json(aBlanc))
  expect(Object.keys(json(fait)).sort()).toEqual(CLES.toSorted())
  expect((await compter())[2]).toBe(avant[2])
  expect((await mcei(['importer-demandes', listing, '--avec-courriels', '--sans-courriel'])).code).toBe(2)
}, 120_000)

test('a whole listing marks what it lacks; much smaller than what is held, it is asked again', async () => {
  const listing = path.join(dossier, 'petit.csv')
  await writeFile(listing, csv({ Numéro: '2025-30000', Objet: 'N° 0' }))
  expect(json(await mcei(['importer-demandes', listing, '--json']))).toMatchObject({ disparus: [], inchanges: 1 })
  const refus = await mcei(['importer-demandes', listing, '--complete', '--json'])
  expect([refus.code, json(refus)]).toEqual([1, { erreur: expect.stringContaining('--confirmer') }])
  const fait = json(await mcei(['importer-demandes', listing, '--complete', '--confirmer', '--json']))
  expect(fait.disparus).toContain('2025-30011')
}, 120_000)

test('what is refused is said in French, with exit code 1; what is asked wrongly, 2', async () => {
  const sorties = await Promise.all([
    mcei(['importer-demandes', path.join(BUDGETS, 'ancien-format.xls'), '--json']),
    mcei(['completude', '2025-99999', '--json']),
    mcei(['completude', 'abc', '--json']),
    mcei(['rapport', 'budget', '--json']),
    mcei(['rapport', 'commission', '--sortie', path.join(dossier, 'r.xlsx'), '--seance', '2031-02-03', '--json']),
    mcei(['inconnue', '--json']),
    mcei(['verifier-journal', '--json'], { DATABASE_URL: 'pas une adresse' }),
  ])
  expect(sorties.map(({ code }) => code)).toEqual([1, 1, 2, 2, 1, 2, 1])
  expect(sorties.map(json)).toEqual(
    [
      'ancien format',
      'Aucun dossier ne porte le',
      '2025-01234',
      '--sortie est obligatoire',
      'Aucune séance du 03/02/2031 ne porte de dossier',
      'Commande inconnue',
      'DATABASE_URL doit être',
    ].map((phrase) => ({ erreur: expect.stringContaining(phrase) as string })),
  )
}, 60_000)

test('a budget is checked without any database', async () => {
  const sans = { DATABASE_URL: 'postgresql://personne@127.0.0.1:1/aucune' }
  const [bon, tronque] = await Promise.all([
    mcei(['controler-budget', path.join(BUDGETS, 'amount-mismatch.xlsx'), '--demande', '2750', '--json'], sans),
    mcei(['controler-budget', path.join(BUDGETS, 'tronque.xlsx'), '--json'], sans),
  ])
  expect(json(bon)).toMatchObject({ lisible: true, constats: [{ regle: 'B04', gravite: 'BLOQUANT' }] })
  expect([tronque.code, json(tronque)]).toEqual([0, { lisible: false, motif: expect.stringContaining('abîmé') }])
}, 60_000)

test('an account is created once, and its link leads to its activation', async () => {
  const args = [
    'creer-agent',
    '--courriel',
    'Nouvelle@exemple.test',
    '--nom',
    'Roy',
    '--prenom',
    'Ana',
    '--role',
    'INSTRUCTEUR',
    '--json',
  ]
  expect(json(await mcei(args))).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    lienActivation: expect.stringMatching(/\/activation\/[\w-]{43}$/),
  })
  expect(await mcei(args)).toMatchObject({ code: 1, stdout: expect.stringContaining('existe déjà') })
}, 60_000)

test('who asks for help is shown every command, and no database is touched', async () => {
  const { code, stdout } = await mcei(['--aide'], { DATABASE_URL: 'postgresql://personne@127.0.0.1:1/aucune' })
  expect(code).toBe(0)
  for (const nom of ['importer-courriels', 'importer-demandes', 'completude', 'verifier-journal'])
    expect(stdout).toContain(nom)
})
