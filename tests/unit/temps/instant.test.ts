import { describe, expect, test } from 'vitest'
import { instantDeParis, pourSaisie } from '#domain/temps/instant'

describe('a date and hour of Paris', () => {
  test('is one hour from UTC in winter and two in summer', () => {
    expect(instantDeParis('2026-11-25T08:30')?.toISOString()).toBe('2026-11-25T07:30:00.000Z')
    expect(instantDeParis('2026-07-14T08:30')?.toISOString()).toBe('2026-07-14T06:30:00.000Z')
  })

  test('the hour that clocks skip in March is none, the one they show twice in October is the first', () => {
    expect(instantDeParis('2026-03-29T02:30')).toBeNull()
    expect(instantDeParis('2026-03-29T03:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(instantDeParis('2026-10-25T02:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(instantDeParis('2026-10-25T23:59')?.toISOString()).toBe('2026-10-25T22:59:00.000Z')
  })

  test('what is not one is null', () => {
    for (const saisie of ['', '2026-02-30T10:00', '2026-11-25', '25/11/2026 08:30', '2026-11-25T24:00', 'x'.repeat(99)])
      expect(instantDeParis(saisie), saisie).toBeNull()
  })

  test('is shown day first', () => {
    expect(pourSaisie(new Date('2026-11-25T07:30:00Z'))).toBe('25/11/2026 08:30')
  })
})
