import fc from 'fast-check'
import { expect, test } from 'vitest'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'
import { lireMontantEnLettres } from '#support/seance/montant-lu'

const montant = fc.oneof(
  fc.bigInt(0n, 9_999n),
  fc.bigInt(0n, 99_999_999n),
  fc.bigInt(0n, 99_999_999_999_999n),
  fc.bigInt(0n, 999_999n).map((euros) => euros * 100n),
)

test('an amount in words is that amount, read back', () => {
  fc.assert(
    fc.property(montant, (cents) => {
      expect(lireMontantEnLettres(montantEnLettres(cents))).toBe(cents)
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
