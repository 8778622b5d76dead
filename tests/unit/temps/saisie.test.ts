import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joursDuMois, nomDuMois } from '#domain/temps/calendrier'
import { pourSaisie } from '#domain/temps/instant'
import { formatJour, formatJourLong, fromDate, type Jour } from '#domain/temps/jour'
import { instantSaisi, jourSaisi } from '#domain/temps/saisie'

const jours = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(fromDate)

const ECRITURES: ((jour: Jour) => string)[] = [
  formatJour,
  (jour) => jour,
  formatJourLong,
  (jour) => formatJour(jour).replaceAll('/', '.'),
  (jour) => formatJour(jour).replaceAll('/', ''),
  (jour) =>
    formatJour(jour)
      .replaceAll('/', '-')
      .replace(/20(\d\d)$/, '$1'),
  (jour) => `  ${formatJour(jour).replace(/^0/, '').replace('/0', '/')} `,
]

describe('a day as it is typed or pasted', () => {
  test('is that day, however it is written', () => {
    fc.assert(
      fc.property(jours, fc.constantFrom(...ECRITURES), (jour, ecrire) => {
        expect(jourSaisi(ecrire(jour))).toEqual({ ok: true, value: jour })
      }),
    )
  })

  test.each([
    ['31/02/2026', 'INEXISTANT'],
    ['4/20/2026', 'INEXISTANT'],
    ['2026-13-01', 'INEXISTANT'],
    ['30022026', 'INEXISTANT'],
    ['45678', 'ILLISIBLE'],
    ['demain', 'ILLISIBLE'],
    ['7/2026', 'ILLISIBLE'],
    ['', 'ILLISIBLE'],
  ])('%j is %s', (saisie, reason) => expect(jourSaisi(saisie)).toEqual({ ok: false, reason }))
})

describe('a day and an hour of Paris', () => {
  test.each([
    ['25/11/2026 08:30', '2026-11-25T07:30:00.000Z'],
    ['14/7/26 à 8 h 30', '2026-07-14T06:30:00.000Z'],
    ['14/07/2026 8h', '2026-07-14T06:00:00.000Z'],
    ['2026-07-14T08:30', '2026-07-14T06:30:00.000Z'],
  ])('%j', (saisie, iso) => {
    const lu = instantSaisi(saisie)
    expect(lu.ok && lu.value.toISOString()).toBe(iso)
  })

  test.each([
    ['25/11/2026', 'ILLISIBLE'],
    ['25/11/2026 24:00', 'INEXISTANT'],
    ['29/03/2026 02:30', 'INEXISTANT'],
    ['31/02/2026 10:00', 'INEXISTANT'],
    ['x'.repeat(100), 'ILLISIBLE'],
  ])('%j is %s', (saisie, reason) => expect(instantSaisi(saisie)).toEqual({ ok: false, reason }))

  test('what a field shows is what it gives back', () => {
    const minutes = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(minutes, (date) => {
        const montre = pourSaisie(date)
        const lu = instantSaisi(montre)
        expect(lu.ok && pourSaisie(lu.value)).toBe(montre)
      }),
    )
  })
})

describe('the month of a calendar', () => {
  test('begins its weeks on Monday', () => {
    expect(nomDuMois('2026-07-14')).toBe('juillet 2026')
    const [premiere, ...suite] = joursDuMois('2026-07-14')
    expect(premiere).toEqual([null, null, '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04', '2026-07-05'])
    expect(suite.at(-1)).toEqual(['2026-07-27', '2026-07-28', '2026-07-29', '2026-07-30', '2026-07-31', null, null])
  })

  test('holds each of its days once, in order', () => {
    fc.assert(
      fc.property(jours, (jour) => {
        const lus = joursDuMois(jour)
          .flat()
          .filter((un) => un !== null)
        expect(lus).toEqual(lus.toSorted())
        expect(lus[0]?.slice(8)).toBe('01')
        expect(new Set(lus.map((un) => un.slice(0, 7)))).toEqual(new Set([jour.slice(0, 7)]))
        expect(lus).toContain(jour)
        expect(lus.length).toBeGreaterThanOrEqual(28)
      }),
    )
  })
})
