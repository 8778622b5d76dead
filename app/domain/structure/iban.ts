/** Value of a letter in the RIB key: AJ=1, BKS=2 … IRZ=9 (docs/domaine.md § 5). */
const RIB: Record<string, string> = Object.fromEntries(
  ['AJ', 'BKS', 'CLT', 'DMU', 'ENV', 'FOW', 'GPX', 'HQY', 'IRZ'].flatMap((lettres, i) =>
    Array.from(lettres, (lettre) => [lettre, String(i + 1)]),
  ),
)

function modulo(chiffres: string, diviseur: number): number {
  let reste = 0
  for (const chiffre of chiffres) reste = (reste * 10 + Number(chiffre)) % diviseur
  return reste
}

/** The two digits that close a French RIB, from its bank, branch and account. */
export function cleRib({ banque, guichet, compte }: { banque: string; guichet: string; compte: string }): string {
  const numerique = compte.toUpperCase().replace(/[A-Z]/g, (lettre) => RIB[lettre] ?? '')
  const reste = (89 * modulo(banque, 97) + 15 * modulo(guichet, 97) + 3 * modulo(numerique, 97)) % 97
  return String(97 - reste).padStart(2, '0')
}

const mod97 = (iban: string) =>
  modulo(
    (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (lettre) => String(lettre.charCodeAt(0) - 55)),
    97,
  )

/** What is wrong with an account written down; null when both keys hold. */
export type DefautDeCompte = 'MAL_FORME' | 'CLE_IBAN' | 'CLE_RIB'

/**
 * Looks at the letters and digits of a French IBAN, without spaces: its form, the key of the IBAN, then the key of the RIB in it: the
 * mod 97 alone lets `FR76` and 23 zeros pass.
 */
export function defautDIban(nu: string): DefautDeCompte | null {
  const [, banque, guichet, compte, cle] = /^FR\d{2}(\d{5})(\d{5})([0-9A-Z]{11})(\d{2})$/.exec(nu) ?? []
  if (banque === undefined || guichet === undefined || compte === undefined) return 'MAL_FORME'
  if (mod97(nu) !== 1) return 'CLE_IBAN'
  return cleRib({ banque, guichet, compte }) === cle ? null : 'CLE_RIB'
}

/** `FR76 •••• 189`: enough to recognise an account, too little to use it. The way an IBAN is shown by default. */
export const masquerIban = (iban: string): string => `${iban.slice(0, 4)}\u00a0••••\u00a0${iban.slice(-3)}`
