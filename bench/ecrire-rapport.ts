/**
 * Writes one workbook in a process of its own and says what it cost: `rapport` as the application does, `plancher` the same cells from memory
 * with ExcelJS alone, used as its manual shows. Started by ./rapport with the address of the database, a folder and a number of rows.
 */
import path from 'node:path'
import ExcelJS from 'exceljs'
import { makeDb, type Db } from '#infra/db'
import { diskStorage } from '#infra/storage'
import { rowsDossiers } from '#queries/rapport/rows-rapport'
import { dossiersDuBudget } from '#reports/budget/dossiers'
import { construireRapport } from '#usecases/rapport/construire-rapport'
import { maximumMo, oublierLeMaximum } from './sommet'

const FORMATS = { texte: '@', euros: '#,##0.00 "€"', date: 'dd/mm/yyyy', entier: '#,##0', nombre: 'General', pourcent: '0.0 %' } // prettier-ignore
const FEUILLE = dossiersDuBudget([])
/** Rows of the floor, written over and over. */
const MODELES = 1_000

async function cellules(db: Db): Promise<ExcelJS.CellValue[][]> {
  const rows: ExcelJS.CellValue[][] = []
  await db.$transaction(async (tx) => {
    for await (const dossier of rowsDossiers(tx, {})) {
      rows.push(
        FEUILLE.columns.map(({ value }) => {
          const valeur = value(dossier)
          return typeof valeur === 'bigint' ? Number(valeur) / 100 : valeur
        }),
      )
      if (rows.length === MODELES) break
    }
  })
  return rows
}

async function plancher(chemin: string, rows: ExcelJS.CellValue[][], lignes: number) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: chemin, useStyles: true, useSharedStrings: false })
  const page = book.addWorksheet('Dossiers')
  page.columns = FEUILLE.columns.map(({ width = 16, format = 'texte' }) => ({
    width,
    style: { numFmt: FORMATS[format] },
  }))
  for (let i = 0; i < lignes; i += 1) {
    page.addRow(rows[i % rows.length] ?? []).commit()
    if (i % 50 === 0) await new Promise(setImmediate)
  }
  await book.commit()
}

async function main([quoi = '', url = '', dossier = '', lignes = '0']: string[]) {
  oublierLeMaximum()
  const db = makeDb(url, 4)
  const chemin = path.join(dossier, `${quoi}.xlsx`)
  const rows = quoi === 'plancher' ? await cellules(db) : []
  const [debut, cpu] = [performance.now(), process.cpuUsage()]
  if (quoi === 'plancher') await plancher(chemin, rows, Number(lignes))
  else {
    const storage = diskStorage(path.join(dossier, 'fichiers'))
    await construireRapport({ db, storage, now: () => new Date() }, { type: 'budget', auteur: 'la mesure', chemin })
  }
  const ms = performance.now() - debut
  const { user, system } = process.cpuUsage(cpu)
  await db.$disconnect()
  process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, mo: maximumMo() }))
}

await main(process.argv.slice(2))
