import type { Montant } from '#domain/budget/montant'

/** How a column is typed and shown. A SIRET, a number of dossier, an INSEE code are `texte`: their zeros matter. */
export type Format = 'texte' | 'euros' | 'date' | 'entier' | 'nombre' | 'pourcent'

/** A value computed by the workbook from its own cells; `ligne` is the row it will stand on. The result is kept beside the formula. */
export type Formule = { formule: (ligne: number) => string; resultat: Montant }

/** What a cell may hold: cents for `euros`, an ISO day or a `date` column's Date for `date`, a ratio for `pourcent`. Null is an empty cell. */
export type Valeur = string | number | Montant | Date | Formule | null

export type Column<Row> = {
  header: string
  value: (row: Row) => Valeur
  format?: Format
  /** In characters, about. */
  width?: number
  /** Summed on the last row. */
  total?: boolean
}

/** A sheet as data: it knows nothing of the file it is written to. */
export type Sheet<Row> = { title: string; columns: readonly Column<Row>[] }

/** A sheet and where its rows come from, once the type of its rows no longer matters. */
export type FeuilleAEcrire = {
  title: string
  columns: readonly Omit<Column<never>, 'value'>[]
  rows: () => AsyncGenerator<Valeur[]>
}

/** Ties rows to their sheet; they are asked for when the sheet is written, one by one. */
export const feuilleDe = <Row>(
  { title, columns }: Sheet<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): FeuilleAEcrire => ({
  title,
  columns,
  rows: async function* () {
    for await (const row of rows) yield columns.map((column) => column.value(row))
  },
})
