import { stringify } from 'csv-stringify/sync'

/**
 * A table as a French Excel opens it: `;`, UTF-8 with its mark, CRLF. A cell that a spreadsheet would run as a formula is shown as the
 * text it is.
 */
export const ecrireCsv = (entetes: string[], lignes: (string | number | null)[][]): string =>
  stringify([entetes, ...lignes], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true })
