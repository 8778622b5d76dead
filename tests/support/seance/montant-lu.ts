const MOTS: Record<string, number> = Object.fromEntries(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
    .split(' ')
    .map((mot, n) => [mot, n]),
)
const DIZAINES: Record<string, number> = { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 }
const GRANDS: Record<string, number> = { mille: 1e3, million: 1e6, milliard: 1e9 }

/** Reads words back by the grammar of numbers, and knows nothing of how they were written. */
function lire(mots: string): number {
  let [total, groupe, avant] = [0, 0, 0]
  for (const mot of mots.split(/[ -]/).filter((un) => un !== 'et')) {
    const nu = mot.replace(/^(vingt|cent|million|milliard)s$/, '$1')
    const grand = GRANDS[nu]
    if (grand !== undefined) {
      total += (groupe || 1) * grand
      ;[groupe, avant] = [0, 0]
    } else if (nu === 'cent') groupe = (groupe || 1) * 100
    else if (nu === 'vingt' && avant === 4) groupe += 76
    else {
      const valeur = MOTS[nu] ?? DIZAINES[nu]
      if (valeur === undefined) throw new Error(`not a number: ${mot}`)
      groupe += valeur
      avant = valeur
      continue
    }
    avant = 0
  }
  return total + groupe
}

/** An amount in words, in cents. */
export function lireMontantEnLettres(mots: string): bigint {
  const lu = /^(?:(.+?) (?:d’)?euros?)?(?: et )?(?:(.+) centimes?)?$/.exec(mots)
  const [, euros = 'zéro', centimes = 'zéro'] = lu ?? []
  return BigInt(lire(euros)) * 100n + BigInt(lire(centimes))
}

/** The amounts that a text gives in figures, then in letters between brackets, each read back in cents. */
export const montantsDits = (texte: string): { chiffres: bigint; lettres: bigint }[] =>
  [...texte.replace(/\s+/gu, ' ').matchAll(/(\d[\d ]*),(\d\d) € \(([^)]*)\)/gu)].map(([, euros = '', cents = '', mots = '']) => ({
    chiffres: BigInt(euros.replaceAll(' ', '')) * 100n + BigInt(cents),
    lettres: lireMontantEnLettres(mots),
  })) // prettier-ignore
