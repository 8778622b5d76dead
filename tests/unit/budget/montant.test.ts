import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enEuros, formatMontant, formatNombre, formatPourcent, parseMontant } from '#domain/budget/montant'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'

describe('reading an amount', () => {
  test.each([
    ['10 000,00', 1_000_000n],
    ['10\u00a0000,00', 1_000_000n],
    ['10\u202f000,5', 1_000_050n],
    ['1.200,50', 120_050n],
    ['1,200.50', 120_050n],
    ['1 200 €', 120_000n],
    ['EUR 10 000,00', 1_000_000n],
    ['10000,-', 1_000_000n],
    ['12’500.–', 1_250_000n],
    ['10 000 € TTC', 1_000_000n],
    ['10 000,50 euros HT', 1_000_050n],
    ['1200.5', 120_050n],
    ['1 200,50 euros', 120_050n],
    ['1.200', 120_000n],
    ['0,05', 5n],
    ['-12,50', -1_250n],
    [15_750, 1_575_000n],
    [1_234.56, 123_456n],
    [10.1 + 0.2, 1_030n],
  ])('%j is %s cents', (texte, cents) => expect(parseMontant(texte)).toBe(cents))

  test.each([
    '',
    '-',
    'abc',
    '1e3',
    '1,200',
    '12,345',
    '1 20',
    '10 000 000,0 0',
    '5 à 10',
    '1.200.50',
    'NaN',
    '10 €€',
    '9'.repeat(20),
  ])('%j is not an amount', (texte) => expect(parseMontant(texte)).toBeNull())

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15])('%s is not an amount', (valeur) =>
    expect(parseMontant(valeur)).toBeNull(),
  )

  test('format then parse gives the cents back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n }), (cents) => {
        expect(parseMontant(formatMontant(cents))).toBe(cents)
        expect(parseMontant(formatNombre(cents))).toBe(cents)
      }),
    )
  })

  test('format says what Intl says in French', () => {
    const intl = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 1_000_000_000 }), (cents) => {
        expect(formatMontant(BigInt(cents))).toBe(intl.format(cents / 100))
        expect(enEuros(BigInt(cents))).toBe(cents / 100)
      }),
    )
    expect(formatMontant(123_456_750n)).toBe('1\u202f234\u202f567,50\u00a0€')
    expect(formatPourcent(0.4549)).toBe('45,5\u00a0%')
  })
})

describe('an amount in words', () => {
  test.each([
    [0n, 'zéro euro'],
    [100n, 'un euro'],
    [150n, 'un euro et cinquante centimes'],
    [1n, 'un centime'],
    [2_100n, 'vingt et un euros'],
    [7_100n, 'soixante et onze euros'],
    [7_700n, 'soixante-dix-sept euros'],
    [8_000n, 'quatre-vingts euros'],
    [8_100n, 'quatre-vingt-un euros'],
    [9_100n, 'quatre-vingt-onze euros'],
    [9_900n, 'quatre-vingt-dix-neuf euros'],
    [20_000n, 'deux cents euros'],
    [20_100n, 'deux cent un euros'],
    [100_000n, 'mille euros'],
    [1_000_000n, 'dix mille euros'],
    [8_000_000n, 'quatre-vingt mille euros'],
    [20_000_000n, 'deux cent mille euros'],
    [1_575_025n, 'quinze mille sept cent cinquante euros et vingt-cinq centimes'],
    [100_000_000n, 'un million d’euros'],
    [20_000_000_000n, 'deux cents millions d’euros'],
    [100_000_100n, 'un million un euros'],
    [-5_000n, 'moins cinquante euros'],
  ])('%s cents: %s', (cents, mots) => expect(montantEnLettres(cents)).toBe(mots))
})
