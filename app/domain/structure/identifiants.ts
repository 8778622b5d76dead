import { no, ok, type Result } from '#domain/result'

/** Why an identifier cannot be trusted. With CLE_FAUSSE the digits read are in `detail`. */
export type MotifIdentifiant = 'ABSENT' | 'MAL_FORME' | 'CLE_FAUSSE' | 'CHIFFRES_PERDUS'

const TAILLE_SIRET = 14

const SIREN_LA_POSTE = '356000000'

/** Luhn modulo 10, from the right: the key of SIREN and SIRET. */
export function respecteLuhn(chiffres: string): boolean {
  let total = 0
  for (let i = 0; i < chiffres.length; i += 1) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i])
    const double = i % 2 === 1 ? chiffre * 2 : chiffre
    total += double > 9 ? double - 9 : double
  }
  return total % 10 === 0
}

const sommeChiffres = (chiffres: string) => Array.from(chiffres).reduce((total, chiffre) => total + Number(chiffre), 0)

/**
 * The keys of 14 digits: Luhn for the whole and for the SIREN in front, or, for the sites of La Poste only, a plain sum that is a multiple of 5
 * (docs/domaine.md § 5).
 */
export const cleSiretJuste = (siret: string): boolean =>
  (respecteLuhn(siret) && respecteLuhn(sirenDe(siret))) ||
  (siret.startsWith(SIREN_LA_POSTE) && sommeChiffres(siret) % 5 === 0)

/**
 * The digits behind a cell that a spreadsheet took for a number: `.0` dropped, exponent opened when all its digits are there.
 * Null when digits are lost for good (`7,48425E+13`): nothing brings them back.
 */
function chiffresDuTableur(valeur: string | number): string | null {
  if (typeof valeur === 'number') return Number.isSafeInteger(valeur) && valeur >= 0 ? String(valeur) : null
  const texte = valeur.replace(/[\s\u200B]/gu, '').replace(/^['’]/, '')
  const exposant = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(texte)
  if (exposant) {
    const [, tete = '', decimales = '', puissance = ''] = exposant
    return decimales.length === Number(puissance) ? tete + decimales : null
  }
  return /^\d{6,}[.,]0+$/.test(texte) ? texte.replace(/[.,]0+$/, '') : texte.replace(/[.\-_/]/g, '')
}

/**
 * Reads a SIRET as listings and spreadsheets give it: separators dropped, `.0` and lost leading zeros restored when the key then
 * holds. A wrong key comes back as CLE_FAUSSE with the digits in `detail`, since the demande is imported all the same.
 */
export function parseSiret(valeur: string | number): Result<string, MotifIdentifiant> {
  const chiffres = chiffresDuTableur(valeur)
  if (chiffres === null) return no('CHIFFRES_PERDUS')
  if (chiffres === '') return no('ABSENT')
  if (!/^\d+$/.test(chiffres)) return no('MAL_FORME')
  if (chiffres.length === TAILLE_SIRET && !/^0+$/.test(chiffres))
    return cleSiretJuste(chiffres) ? ok(chiffres) : no('CLE_FAUSSE', chiffres)
  const restaure = chiffres.padStart(TAILLE_SIRET, '0')
  const zerosPerdus = chiffres.length < TAILLE_SIRET && chiffres.length >= TAILLE_SIRET - 3
  return zerosPerdus && cleSiretJuste(restaure) && !/^0+$/.test(restaure) ? ok(restaure) : no('MAL_FORME')
}

/** `748 424 918 00039`, as people read it aloud. */
export const formatSiret = (siret: string): string =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4').replace(/ /g, '\u00a0')

export const sirenDe = (siret: string): string => siret.slice(0, 9)

/** Reads an association's number in the national register: `W` and nine characters, overseas and Corsican forms included. */
export function parseRna(valeur: string): Result<string, MotifIdentifiant> {
  const nu = valeur.replace(/[\s.-]/gu, '').toUpperCase()
  if (nu === '') return no('ABSENT')
  return /^W\d[A-Z\d]\d{7}$/.test(nu) ? ok(nu) : no('MAL_FORME')
}
