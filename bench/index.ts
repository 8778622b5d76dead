import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { makeDb, type Db } from '#infra/db'
import { getEnv } from '#infra/env'
import { migrate } from '#infra/postgres/migrations'
import { openPostgres } from '#infra/postgres/postgres-embarque'
import { diskStorage } from '#infra/storage'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { construireRapport } from '#usecases/rapport/construire-rapport'
import { genererDossiers } from '#usecases/entretien/generer-dossiers'
import { messages } from './messages'
import { mediane, tableau, type Mesure } from './mesure'
import { ecransPreProjets } from './pre-projets'

/**
 * How the bannette and the report hold a growing volume. A figure is a ratio to a floor of the same run: reading one row by its key for
 * a screen, writing the same number of bare rows with the same library for a workbook.
 */
const VOLUMES = (process.argv[2] ?? '1000,100000').split(',').map(Number)
/** Fiches of one campagne, then of a hundred. */
const VOLUMES_FICHES = [200, 20_000]
const TOURS = 15
const QUI = { moi: '00000000-0000-4000-8000-000000000000', now: new Date('2025-06-15T08:00:00Z') }

const ECRANS: [nom: string, params: Record<string, string>][] = [
  ['bannette, première page', {}],
  ['bannette, vingtième page', { page: '19' }],
  ['bannette, un état, triée par montant', { etat: 'DEPOSE', sort: 'montant', dir: 'desc' }],
  ['bannette, incomplets triés par délai', { vue: 'incomplets', sort: 'rejet' }],
  ['bannette, une pièce manquante', { piece: 'RIB' }],
  [
    'bannette, pièces manquantes, les plus nombreuses d’abord',
    { completude: 'manquantes', sort: 'pieces', dir: 'desc' },
  ],
  ['bannette, recherche « jumelage herne »', { q: 'jumelage herne' }],
]

async function ecrans(db: Db, volume: number): Promise<Mesure[]> {
  const { id } = await db.dossier.findFirstOrThrow({ select: { id: true } })
  const plancher = await mediane(TOURS * 4, () => db.dossier.findUnique({ where: { id }, select: { id: true } }))
  const mesures: Mesure[] = []
  for (const [nom, params] of ECRANS) {
    const ms = await mediane(TOURS, () => bannetteDossiers(db, BannetteDossiersParams.parse(params), QUI))
    mesures.push({ nom, volume, ms, ratio: ms / plancher, plancher: 'un dossier par sa clé' })
  }
  return mesures
}

async function lignesNues(chemin: string, lignes: number) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: chemin, useSharedStrings: false })
  const page = book.addWorksheet('Plancher')
  const cells = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? `texte ${i}` : i * 1000.5))
  for (let i = 0; i < lignes; i += 1) page.addRow(cells).commit()
  await book.commit()
}

async function rapport(db: Db, dir: string, volume: number): Promise<Mesure> {
  const storage = diskStorage(path.join(dir, 'fichiers'))
  const plancher = await mediane(1, () => lignesNues(path.join(dir, 'plancher.xlsx'), volume))
  const ms = await mediane(1, () =>
    construireRapport(
      { db, storage, now: () => new Date() },
      { type: 'budget', chemin: path.join(dir, 'budget.xlsx') },
      () => undefined,
    ),
  )
  return { nom: 'rapport budget', volume, ms, ratio: ms / plancher, plancher: 'autant de lignes nues avec ExcelJS' }
}

async function main() {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'mcei-bench-'))
  const postgres = getEnv().DATABASE_URL ? null : await openPostgres({ dataDir: dir })
  const url = getEnv().DATABASE_URL ?? postgres?.url ?? ''
  await migrate(url)
  const db = makeDb(url, 4)
  try {
    const mesures: Mesure[] = []
    for (const volume of VOLUMES) {
      const storage = diskStorage(path.join(dir, 'fichiers'))
      const answer = await genererDossiers(
        { db, storage, now: () => new Date() },
        { dossiers: volume, graine: 1, tell: () => undefined },
      )
      if (!answer.ok) throw new Error(`La base n’est pas vide\u00a0: ${answer.reason}`)
      await db.$executeRaw`ANALYZE`
      mesures.push(...(await ecrans(db, volume)), await rapport(db, dir, volume))
    }
    for (const volume of VOLUMES_FICHES) mesures.push(...(await ecransPreProjets(db, volume)))
    const storage = diskStorage(path.join(dir, 'fichiers'))
    mesures.push(await messages({ db, storage, now: () => new Date() }, 1_000))
    await mkdir('bench', { recursive: true })
    await writeFile('bench/resultats.json', JSON.stringify({ le: new Date().toISOString(), mesures }, null, 2) + '\n')
    process.stdout.write(`${tableau(mesures)}\n`)
  } finally {
    await db.$disconnect()
    await postgres?.close()
    await rm(dir, { recursive: true, force: true })
  }
}

await main()
