import path from 'node:path'
import ExcelJS from 'exceljs'
import { diskStorage } from '#infra/storage'
import { construireRapport } from '#usecases/rapport/construire-rapport'
import { mediane, type Mesure } from './mesure'
import type { Monde } from './monde'

async function lignesNues(chemin: string, lignes: number) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: chemin, useSharedStrings: false })
  const page = book.addWorksheet('Plancher')
  const cells = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? `texte ${i}` : i * 1000.5))
  for (let i = 0; i < lignes; i += 1) page.addRow(cells).commit()
  await book.commit()
}

/** The budget report, as a ratio to as many bare rows written with the same library. */
export async function mesurerRapport({ db, dossier, volume }: Monde): Promise<Mesure> {
  const storage = diskStorage(path.join(dossier, 'fichiers'))
  const plancher = await mediane(1, () => lignesNues(path.join(dossier, 'plancher.xlsx'), volume))
  const ms = await mediane(1, () =>
    construireRapport(
      { db, storage, now: () => new Date() },
      { type: 'budget', chemin: path.join(dossier, 'budget.xlsx') },
      () => undefined,
    ),
  )
  return { nom: 'rapport budget', volume, ms, ratio: ms / plancher, plancher: 'autant de lignes nues avec ExcelJS' }
}
