import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  debutDeJournee,
  finDeJournee,
  formatJour,
  formatJourLong,
  fromDate,
  jourDeParis,
  parseJour,
} from '#domain/temps/jour'
import { addJoursOuvres, joursFeries } from '#domain/temps/jours-ouvres'

const unJour = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))

describe('reading a day', () => {
  test.each([
    ['3/4/2024', '2024-04-03'],
    ['03/04/2024', '2024-04-03'],
    ['03-04-2024', '2024-04-03'],
    ['3.4.24', '2024-04-03'],
    ['20/4/2025 14:32', '2025-04-20'],
    ['20/04/2025 14:32:05', '2025-04-20'],
    ['20/4/2025 à 14 h 32', '2025-04-20'],
    ['20/4/25 14h', '2025-04-20'],
    ['13 juin 25', '2025-06-13'],
    ['ven. 13 juin 2025, 14 h 30', '2025-06-13'],
    [' 20/04/2025 ', '2025-04-20'],
    ['2025-04-20', '2025-04-20'],
    ['2025-04-20T10:00:00', '2025-04-20'],
    ['2025-04-20T22:30:00Z', '2025-04-21'],
    ['1er juin 2025', '2025-06-01'],
    ['vendredi 13 août 2025', '2025-08-13'],
    [45_767, '2025-04-20'],
    [45_767.6, '2025-04-20'],
    ['45767', '2025-04-20'],
    [1, '1900-01-01'],
    [61, '1900-03-01'],
  ])('%j is %s', (valeur, jour) => expect(parseJour(valeur)).toBe(jour))

  test.each([
    '4/20/2024',
    '31/02/2025',
    '29/02/2025',
    '2025-13-01',
    '',
    'demain',
    '3/4',
    '3/4-2024',
    '00/01/2025',
    60,
    -1,
    Number.NaN,
    1e9,
  ])('%j is not a day', (valeur) => expect(parseJour(valeur)).toBeNull())

  test('the 1904 system of old Macs', () => {
    expect(parseJour(0, { systeme1904: true })).toBe('1904-01-01')
    expect(parseJour(45_767 - 1_462, { systeme1904: true })).toBe('2025-04-20')
  })

  test('format then parse is the identity', () => {
    fc.assert(
      fc.property(unJour, (jour) => {
        expect(parseJour(formatJour(jour))).toBe(jour)
        expect(parseJour(formatJourLong(jour))).toBe(jour)
        expect(parseJour(jour)).toBe(jour)
      }),
    )
    expect(formatJourLong('2025-06-01')).toBe('1er juin 2025')
    expect(formatJourLong('2025-06-11')).toBe('11 juin 2025')
  })
})

describe('counting days', () => {
  test('months stop at the end of a shorter month', () => {
    expect(addMonths('2024-12-31', 2)).toBe('2025-02-28')
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29')
    expect(addMonths('2024-04-03', 2)).toBe('2024-06-03')
    expect(addMonths('2025-01-15', -2)).toBe('2024-11-15')
  })

  test('adding days then counting them', () => {
    fc.assert(
      fc.property(
        unJour,
        fc.integer({ min: -5000, max: 5000 }),
        (jour, n) => daysBetween(jour, addDays(jour, n)) === n,
      ),
    )
  })

  test('working days leave out week-ends and public holidays', () => {
    expect(addJoursOuvres('2024-04-03', 10, new Set())).toBe('2024-04-17')
    expect(addJoursOuvres('2025-04-17', 2, new Set())).toBe('2025-04-22')
    expect(addJoursOuvres('2025-05-28', 1, new Set(['2025-05-30']))).toBe('2025-06-02')
    expect(joursFeries(2025)).toEqual([
      '2025-01-01',
      '2025-04-21',
      '2025-05-01',
      '2025-05-08',
      '2025-05-29',
      '2025-06-09',
      '2025-07-14',
      '2025-08-15',
      '2025-11-01',
      '2025-11-11',
      '2025-12-25',
    ])
    expect(joursFeries(2024)).toContain('2024-04-01')
  })
})

describe('days and instants in Paris', () => {
  test('an instant late in the UTC evening is already tomorrow in Paris', () => {
    expect(jourDeParis(new Date('2025-06-13T22:00:00Z'))).toBe('2025-06-14')
    expect(jourDeParis(new Date('2025-01-13T22:59:59Z'))).toBe('2025-01-13')
  })

  test('a day begins and ends in Paris, summer or winter, change of hour included', () => {
    expect(finDeJournee('2025-06-13').toISOString()).toBe('2025-06-13T21:59:59.999Z')
    expect(finDeJournee('2025-03-30').toISOString()).toBe('2025-03-30T21:59:59.999Z')
    expect(debutDeJournee('2025-03-30').toISOString()).toBe('2025-03-29T23:00:00.000Z')
    expect(debutDeJournee('2025-10-26').toISOString()).toBe('2025-10-25T22:00:00.000Z')
    fc.assert(
      fc.property(unJour, (jour) => {
        expect(jourDeParis(debutDeJournee(jour))).toBe(jour)
        expect(jourDeParis(finDeJournee(jour))).toBe(jour)
        expect(jourDeParis(new Date(debutDeJournee(jour).getTime() - 1))).toBe(addDays(jour, -1))
      }),
    )
  })

  test('a date column holds midnight UTC', () => expect(fromDate(new Date('2025-04-20T00:00:00Z'))).toBe('2025-04-20'))
})
