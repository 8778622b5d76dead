import type { Droit } from '#domain/acces/droits'

/** What the rows of a bannette are written to. */
export const FORMATS_EXPORT = ['xlsx', 'csv'] as const
export type FormatExport = (typeof FORMATS_EXPORT)[number]

/** Rows, or entries of the journal, that are written while one waits; more of them are a rapport, built by a worker and kept. */
export const EXPORT_DIRECT_MAX = 2_000

/** The type of the rapport that holds the rows of a bannette of dossiers: of no campagne in particular. */
export const EXPORT_DOSSIERS = 'dossiers'

/** The type of the rapport that holds entries of the journal. */
export const EXPORT_JOURNAL = 'journal'

/** The rapports that hold rows as they are, beside the workbooks (#domain/rapport/rapport). */
export type TypeExport = typeof EXPORT_DOSSIERS | typeof EXPORT_JOURNAL

export const isTypeExport = (type: string): type is TypeExport => type === EXPORT_DOSSIERS || type === EXPORT_JOURNAL

/** `dossiers-2025-09-15.csv`: ASCII, no space. */
export const nomDeLExport = (type: TypeExport, jour: string, format: FormatExport): string =>
  `${type}-${jour}.${format}`

/** The right to see a rapport of this type, as it was kept, and to have its file: that of what it holds. */
export const droitDuRapport = (type: string): Droit => (type === EXPORT_JOURNAL ? 'journal.chercher' : 'rapport.lire')
