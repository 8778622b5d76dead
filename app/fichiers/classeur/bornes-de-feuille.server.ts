/** A sheet has no more rows nor columns than these, whatever its file says: those of Excel and of LibreOffice. */
export const LIGNES_MAX = 1_048_576
export const COLONNES_MAX = 16_384

/** A number of row or column as an attribute says it, from 1 to `max`; null for what is absent, no whole number, or out of a sheet. */
export function rangDe(attribut: string | undefined, max: number): number | null {
  const lu = /^\d{1,7}$/.test(attribut ?? '') ? Number(attribut) : 0
  return lu >= 1 && lu <= max ? lu : null
}

/** The next row or column, for one that does not say its number. */
export const suivant = (rang: number, max: number): number => Math.min(rang + 1, max)
