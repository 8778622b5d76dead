import { no, ok, type Result } from '#domain/result'
import type { MotifIdentifiant } from '#domain/structure/identifiants'

/** Codes of the overseas departments, which are dialled as the rest of France: `+262 262…` is `0262…`. */
const OUTRE_MER = /^(?:\+|00)(?:262|590|594|596)(?=\d{9}$)/

/**
 * Reads a telephone: separators, `+33` and `(0)` resolved, the zero that a spreadsheet eats restored. Ten digits out for a French number, `+`
 * and all its digits for one of elsewhere (E.164: eight to fifteen).
 */
export function parseTelephone(valeur: string | number): Result<string, MotifIdentifiant> {
  const nu = String(valeur)
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-–()/_]/gu, '')
    .replace(/^(?:\+|00)33/, '0')
    .replace(OUTRE_MER, '0')
    .replace(/^00(?=[1-9]\d{8}$)/, '0')
  if (nu === '') return no('ABSENT')
  const [, ailleurs] = /^(?:\+|00)([1-9]\d{7,14})$/.exec(nu) ?? []
  if (ailleurs !== undefined) return ok(`+${ailleurs}`)
  const restaure = /^[1-9]\d{8}$/.test(nu) ? `0${nu}` : nu
  return /^0[1-9]\d{8}$/.test(restaure) ? ok(restaure) : no('MAL_FORME')
}

/** `03 21 00 00 00`, in no-break spaces; a number of elsewhere as it is. */
export const formatTelephone = (telephone: string): string =>
  telephone.startsWith('+') ? telephone : telephone.replace(/(\d{2})(?=\d)/g, '$1\u00a0')

/**
 * Reads one address of electronic mail: outer `<>`, `mailto:` and trailing separators dropped, domain in lower case. Stricter than
 * the RFC on purpose (no quoting, no comma, no control character): such an address is only met by mistake or in an attack.
 */
export function parseCourriel(valeur: string): Result<string, MotifIdentifiant> {
  const nu = valeur
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<|>$/g, '')
    .replace(/(?<![;,.\s])[;,.\s]+$/u, '')
  if (nu === '') return no('ABSENT')
  const [, local, domaine] = /^([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64})@([^@\s]{1,189})$/u.exec(nu) ?? []
  if (local === undefined || domaine === undefined || local.startsWith('.') || local.endsWith('.'))
    return no('MAL_FORME')
  if (!/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u.test(domaine)) return no('MAL_FORME')
  return ok(`${local}@${domaine.toLowerCase()}`)
}

/** Reads a postal code; a leading zero eaten by a spreadsheet is put back. */
export function parseCodePostal(valeur: string | number): Result<string, MotifIdentifiant> {
  const nu = String(valeur).replace(/[\s.]/gu, '').replace(/^F-?/i, '')
  if (nu === '') return no('ABSENT')
  return /^\d{4,5}$/.test(nu) ? ok(nu.padStart(5, '0')) : no('MAL_FORME')
}
