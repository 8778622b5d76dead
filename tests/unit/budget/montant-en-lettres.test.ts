import fc from 'fast-check'
import { expect, test } from 'vitest'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'

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

const montant = fc.oneof(
  fc.bigInt(0n, 9_999n),
  fc.bigInt(0n, 99_999_999n),
  fc.bigInt(0n, 99_999_999_999_999n),
  fc.bigInt(0n, 999_999n).map((euros) => euros * 100n),
)

test('an amount in words is that amount, read back', () => {
  fc.assert(
    fc.property(montant, (cents) => {
      const lu = /^(?:(.+?) (?:d’)?euros?)?(?: et )?(?:(.+) centimes?)?$/.exec(montantEnLettres(cents))
      const [, euros = 'zéro', centimes = 'zéro'] = lu ?? []
      expect(BigInt(lire(euros)) * 100n + BigInt(lire(centimes))).toBe(cents)
    }),
    { numRuns: 5_000 },
  )
})

test('mille never takes an s; vingt and cent take one where nothing numeral but a million follows', () => {
  fc.assert(
    fc.property(montant, (cents) => {
      const mots = montantEnLettres(cents)
      expect(mots).not.toMatch(/milles|cents? vingts|trentes|quatres/)
      for (const [, suite] of mots.matchAll(/(?:quatre-vingt|\S+ cent)s(?: (\S+))?/g))
        expect(suite).toMatch(/^(euros|centimes|millions?|milliards?)$/)
      expect(mots).not.toMatch(
        /(?:quatre-vingt|(?:deux|trois|quatre|cinq|six|sept|huit|neuf) cent) (?:euro|centime|million|milliard)/,
      )
    }),
    { numRuns: 5_000 },
  )
})
