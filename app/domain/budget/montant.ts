/** An amount of money in euro cents. */
export type Montant = bigint

const GROUPE = '\u202f'
const INSECABLE = '\u00a0'
const PLAFOND = 100_000_000_000_000n

/**
 * Reads an amount as people, the portal and spreadsheets write it: `10 000,00`, `1.200,50`, `1,200.50`, `1 200 €`, `EUR 1200`, `1200,-`, `1 200 € TTC`, `1200.5`, a number
 * of euros (rounded to the cent). Null when it is not an amount or can be read two ways (`1,200`, `12,345`, `1e3`, `5 à 10`).
 * A negative amount is an amount: whether it is allowed is another rule.
 */
export function parseMontant(valeur: string | number | bigint): Montant | null {
  if (typeof valeur === 'bigint') return valeur * 100n
  if (typeof valeur === 'number') {
    return Number.isFinite(valeur) && Math.abs(valeur) < 1e12 ? BigInt(Math.round(valeur * 100)) : null
  }
  const nu = valeur
    .replace(/[\s\u200B]+/gu, ' ')
    .replace(/ ?(?:t\.?t\.?c\.?|h\.?t\.?) ?$/iu, '')
    .replace(/ ?(?:€|\beuros?|\beur) ?\.? ?$/iu, '')
    .replace(/^ ?(?:€|eur(?:os?)?) ?/iu, '')
    .replace(/[.,] ?[-–—]+ ?$/u, '')
    .trim()
  const lu = /^([-−–]?) ?(\d+|\d{1,3}(?:([ .,'’])\d{3})(?:\3\d{3})*)(?:([.,])(\d{1,2}))?$/u.exec(nu)
  if (!lu) return null
  const [, signe, entiers = '', separateur, decimale, decimales = ''] = lu
  if (separateur === ',' && decimale !== '.') return null
  if (separateur !== undefined && separateur === decimale) return null
  const cents = BigInt(entiers.replace(/\D/g, '')) * 100n + BigInt(decimales.padEnd(2, '0') || '0')
  if (cents >= PLAFOND) return null
  return signe ? -cents : cents
}

const grouper = (entiers: string) => entiers.replace(/\B(?=(?:\d{3}){1,12}$)/g, GROUPE)

/** `1 234 567,50` with U+202F between groups: the amount without its unit, for a cell or a field. */
export function formatNombre(cents: Montant): string {
  const absolu = cents < 0n ? -cents : cents
  return `${cents < 0n ? '-' : ''}${grouper(String(absolu / 100n))},${String(absolu % 100n).padStart(2, '0')}`
}

/** `1 234 567,50 €` as Intl writes it in French: U+202F between groups, U+00A0 before the sign (docs/domaine.md § 5). */
export const formatMontant = (cents: Montant): string => `${formatNombre(cents)}${INSECABLE}€`

/** Euros as a JSON number. Exact up to 90 000 milliards, far over any subvention. */
export const enEuros = (cents: Montant): number => Number(cents) / 100

/** `part` of `total` as a ratio (0.455), or null when there is no total to divide by. */
export const ratio = (part: Montant, total: Montant): number | null =>
  total === 0n ? null : Number(part) / Number(total)

/** `45,5 %`: at most one decimal, U+00A0 before the sign. */
export const formatPourcent = (valeur: number): string =>
  `${(Math.round(valeur * 1000) / 10).toString().replace('.', ',')}${INSECABLE}%`

export const somme = (montants: Iterable<Montant>): Montant => {
  let total = 0n
  for (const montant of montants) total += montant
  return total
}
