import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleRib, defautDIban, masquerIban } from '#domain/structure/iban'
import { formatSiret, parseRna, parseSiret } from '#domain/structure/identifiants'

const refuse = (reason: string) => expect.objectContaining({ ok: false, reason })

describe('SIRET', () => {
  test.each(['22620001200012', '35600000000048', '35600000049837', '226 200 012 00012', '226\u00a0200\u00a0012.00012'])(
    '%s is a SIRET',
    (siret) => expect(parseSiret(siret)).toEqual({ ok: true, value: siret.replace(/\D/g, '') }),
  )

  test('a wrong key keeps the digits that were read', () => {
    expect(parseSiret('12345678912345')).toEqual({ ok: false, reason: 'CLE_FAUSSE', detail: '12345678912345' })
  })

  test('the sum by five is for La Poste alone, and Luhn by five for nobody', () => {
    expect(parseSiret('35600000049838')).toEqual(refuse('CLE_FAUSSE'))
    expect(parseSiret('22620001200013')).toEqual(refuse('CLE_FAUSSE'))
  })

  test('what a spreadsheet did to a SIRET is undone when no digit is lost', () => {
    expect(parseSiret(22620001200012)).toEqual({ ok: true, value: '22620001200012' })
    expect(parseSiret('22620001200012.0')).toEqual({ ok: true, value: '22620001200012' })
    expect(parseSiret('2,2620001200012E+13')).toEqual({ ok: true, value: '22620001200012' })
    expect(parseSiret('05480105400021')).toEqual({ ok: false, reason: 'CLE_FAUSSE', detail: '05480105400021' })
    expect(parseSiret('5480105500028')).toEqual({ ok: true, value: '05480105500028' })
    expect(parseSiret('2,262E+13')).toEqual(refuse('CHIFFRES_PERDUS'))
  })

  test.each([
    ['', 'ABSENT'],
    ['226200012', 'MAL_FORME'],
    ['22620001200012A', 'MAL_FORME'],
    ['00000000000000', 'MAL_FORME'],
  ])('%j is refused as %s', (valeur, motif) => expect(parseSiret(valeur)).toEqual(refuse(motif)))

  test('any single digit changed breaks the key (outside La Poste)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (place, ecart) => {
        const chiffres = Array.from('22620001200012')
        chiffres[place] = String((Number(chiffres[place]) + ecart) % 10)
        expect(parseSiret(chiffres.join(''))).toEqual(refuse('CLE_FAUSSE'))
      }),
    )
  })

  test('format then parse is the identity', () => {
    expect(parseSiret(formatSiret('22620001200012'))).toEqual({ ok: true, value: '22620001200012' })
  })
})

test('RNA accepts the overseas form, in any case', () => {
  expect(parseRna('w621876377')).toEqual({ ok: true, value: 'W621876377' })
  expect(parseRna('W9R1004567')).toEqual({ ok: true, value: 'W9R1004567' })
  expect(parseRna('621876377')).toEqual(refuse('MAL_FORME'))
})

describe('IBAN', () => {
  test.each(['FR1420041010050500013M02606', 'FR7630006000011234567890189'])('%s is good', (iban) => {
    expect(defautDIban(iban)).toBeNull()
  })

  test.each([
    ['DE89370400440532013000', 'MAL_FORME'],
    ['FR7630006000011234567890188', 'CLE_IBAN'],
    [`FR76${'0'.repeat(23)}`, 'CLE_RIB'],
  ])('%s is wrong: %s', (iban, defaut) => {
    expect(defautDIban(iban)).toBe(defaut)
  })

  test('the key of a RIB, and an account shown masked', () => {
    expect(cleRib({ banque: '30002', guichet: '04227', compte: '0000063312D' })).toBe('56')
    expect(masquerIban('FR7630006000011234567890189')).toBe('FR76\u00a0••••\u00a0189')
  })
})
