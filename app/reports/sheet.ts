import type { Montant } from '#domain/budget/montant'

/** How a column is typed and shown. A SIRET, a number of dossier, an INSEE code are `texte`: their zeros matter. */
export type Format = 'texte' | 'euros' | 'date' | 'entier' | 'nombre' | 'pourcent'

/** What a cell may hold: cents for `euros`, an ISO day or a `date` column's Date for `date`, a ratio for `pourcent`. Null is an empty cell. */
export type Valeur = string | number | Montant | Date | null

export type Column<Row> = {
  header: string
  value: (row: Row) => Valeur
  format?: Format
  /** In characters, about. */
  width?: number
  /** Summed on the last row. */
  total?: boolean
  /** Filled in by hand where it is empty: an amount, at most that of the column of this name. */
  auPlus?: string
}

/** A sheet as data: it knows nothing of the file it is written to. */
export type Sheet<Row> = {
  title: string
  columns: readonly Column<Row>[]
  /** How many of the first columns are printed: as many as can be read on a landscape page. All of them where it is not said. */
  imprimees?: number
}

/** A sheet and where its rows come from, once the type of its rows no longer matters. */
export type FeuilleAEcrire = {
  title: string
  imprimees?: number
  columns: readonly Omit<Column<never>, 'value'>[]
  rows: () => AsyncGenerator<Valeur[]>
}

/** Ties rows to their sheet; they are asked for when the sheet is written, one by one. */
export const feuilleDe = <Row>(
  { title, columns, ...impression }: Sheet<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): FeuilleAEcrire => ({
  ...impression,
  title,
  columns,
  rows: async function* () {
    for await (const row of rows) yield columns.map((column) => column.value(row))
  },
})
