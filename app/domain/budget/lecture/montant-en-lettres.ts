import { accorder } from '#domain/nombre'
import type { Montant } from '#domain/budget/montant'
import { plier } from '#domain/texte'

const UNITES =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const DIZAINES = '- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ')

/** `devantMille` drops the plural of vingt and cent, which an adjective (mille) forbids and a noun (millions) allows. */
function moinsDeCent(n: number, devantMille: boolean): string {
  if (n < 20) return UNITES[n] ?? ''
  const dizaine = Math.floor(n / 10)
  const base = DIZAINES[dizaine] ?? ''
  const reste = dizaine === 7 || dizaine === 9 ? n - (dizaine - 1) * 10 : n % 10
  if (reste === 0) return n === 80 && !devantMille ? 'quatre-vingts' : base
  const liaison = dizaine < 8 && (reste === 1 || reste === 11) ? ' et ' : '-'
  return `${base}${liaison}${UNITES[reste]}`
}

function moinsDeMille(n: number, devantMille: boolean): string {
  const centaines = Math.floor(n / 100)
  const reste = n % 100
  if (centaines === 0) return moinsDeCent(reste, devantMille)
  const cent = centaines === 1 ? 'cent' : `${UNITES[centaines]} cent${reste === 0 && !devantMille ? 's' : ''}`
  return reste === 0 ? cent : `${cent} ${moinsDeCent(reste, devantMille)}`
}

function nombre(n: number): string {
  if (n === 0) return 'zéro'
  const parts: string[] = []
  const milliards = Math.floor(n / 1e9)
  const millions = Math.floor(n / 1e6) % 1000
  const milliers = Math.floor(n / 1e3) % 1000
  const reste = n % 1000
  if (milliards) parts.push(`${moinsDeMille(milliards, false)} ${accorder(milliards, 'milliard')}`)
  if (millions) parts.push(`${moinsDeMille(millions, false)} ${accorder(millions, 'million')}`)
  if (milliers) parts.push(milliers === 1 ? 'mille' : `${moinsDeMille(milliers, true)} mille`)
  if (reste) parts.push(moinsDeMille(reste, false))
  return parts.join(' ')
}

const avecUnite = (n: number, unite: string) => {
  const rond = n >= 1e6 && n % 1e6 === 0
  return `${nombre(n)}${rond ? ' d’' : ' '}${unite}${n >= 2 ? 's' : ''}`
}

/**
 * An amount in words, as a decision letter says it: « dix mille deux cents euros et cinquante centimes ». Traditional spelling
 * (hyphens under one hundred). Below a thousand billion euros; a negative amount begins with « moins ».
 */
export function montantEnLettres(cents: Montant): string {
  const absolu = cents < 0n ? -cents : cents
  const euros = Number(absolu / 100n)
  const centimes = Number(absolu % 100n)
  const mots = [
    ...(euros > 0 || centimes === 0 ? [avecUnite(euros, 'euro')] : []),
    ...(centimes > 0 ? [avecUnite(centimes, 'centime')] : []),
  ].join(' et ')
  return cents < 0n ? `moins ${mots}` : mots
}

/** Every whole number under a thousand by its words, folded. */
const ENTIERS = new Map(
  Array.from({ length: 999 }, (_, i) => i + 1).flatMap((n) =>
    [true, false].map((devantMille) => [plier(moinsDeMille(n, devantMille)), n] as const),
  ),
)

/** The whole number under a thousand that these words are, and nothing else; null for any other words. */
export const entierEnLettres = (mots: string): number | null => ENTIERS.get(plier(mots)) ?? null
