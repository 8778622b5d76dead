import { appendFile, writeFile } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { formatNombre } from '#domain/budget/montant'
import { formatJour, fromDate } from '#domain/temps/jour'
import type { FeuilleAEcrire, Valeur } from '#reports/sheet'

const OPTIONS = { delimiter: ';', record_delimiter: 'windows', escape_formulas: true } as const

/**
 * A table as a French Excel opens it: `;`, UTF-8 with its mark, CRLF. A cell that a spreadsheet would run as a formula is shown as the
 * text it is.
 */
export const ecrireCsv = (entetes: string[], lignes: (string | number | null)[][]): string =>
  stringify([entetes, ...lignes], { ...OPTIONS, bom: true })

/** Rows written at once. */
const LOT = 500

/** An amount as a French spreadsheet types it, without the spaces that would make it a text. */
const montant = (cents: bigint) => formatNombre(cents).replace(/[\s\u00a0\u202f]/g, '')

function cellule(valeur: Valeur): string | number | null {
  if (valeur === null || typeof valeur === 'string') return valeur
  if (typeof valeur === 'number') return Number.isInteger(valeur) ? valeur : String(valeur).replace('.', ',')
  if (typeof valeur === 'bigint') return montant(valeur)
  return formatJour(fromDate(valeur))
}

/** Writes a sheet at `chemin`, a few rows at a time, as {@link ecrireCsv} does; gives the number of rows. `avancer` is told now and then. */
export async function ecrireFeuilleCsv(
  chemin: string,
  { columns, rows }: FeuilleAEcrire,
  avancer: (lignes: number) => void | Promise<void> = () => undefined,
): Promise<{ lignes: number }> {
  await writeFile(
    chemin,
    ecrireCsv(
      columns.map(({ header }) => header),
      [],
    ),
  )
  let lignes = 0
  let lot: (string | number | null)[][] = []
  const vider = async () => {
    if (lot.length === 0) return
    await appendFile(chemin, stringify(lot, OPTIONS))
    lot = []
    await avancer(lignes)
  }
  for await (const valeurs of rows()) {
    lot.push(valeurs.map(cellule))
    lignes += 1
    if (lot.length === LOT) await vider()
  }
  await vider()
  return { lignes }
}
