import { compareJours, parseJour, type Jour } from '#domain/temps/jour'

const DATE = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:er)?\s+\p{L}+\.?\s+\d{4}/gu

/** The first and last day of a period as people write it: `2025-10-08 au 2025-10-21`, `du 8/10/2025 au 21/10/2025`. Null unless both are said. */
export function lirePeriode(texte: string): { du: Jour; au: Jour } | null {
  const jours = [...texte.matchAll(DATE)].map(([lu]) => parseJour(lu))
  const [du, au] = jours
  return jours.length === 2 && du && au && compareJours(du, au) <= 0 ? { du, au } : null
}
