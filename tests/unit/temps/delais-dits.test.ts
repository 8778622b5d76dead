import { expect, test } from 'vitest'
import { addDays } from '#domain/temps/jour'
import { ilYA, rejetCourt, rejetDate, rejetDit } from '#libelles/delais'

const JOUR = '2026-07-01'
const le = (jours: number) => addDays(JOUR, jours)

test('a delay is said as people say it, and beyond 60 days the date says it alone', () => {
  expect([12, 1, 0, -1, -60, -61, -521].map((n) => rejetDit(le(n), JOUR))).toEqual([
    'Rejet implicite dans 12\u00a0jours',
    'Rejet implicite dans 1\u00a0jour',
    'Rejet implicite aujourd’hui',
    'Rejet implicite depuis 1\u00a0jour',
    'Rejet implicite depuis 60\u00a0jours',
    'Rejet implicite le 01/05/2026',
    'Rejet implicite le 26/01/2025',
  ])
  expect([90, 0, -60, -61].map((n) => rejetCourt(le(n), JOUR))).toEqual([
    'rejet dans 90\u00a0j',
    'rejet aujourd’hui',
    'rejet depuis 60\u00a0j',
    'rejet le 01/05/2026',
  ])
  expect([1, 0, -1, -60, -61].map((n) => ilYA(le(n), JOUR))).toEqual([
    'aujourd’hui',
    'aujourd’hui',
    'hier',
    'il y a 60\u00a0j',
    null,
  ])
})

test('the date is said once, with what stops the clock', () => {
  expect(rejetDate(le(12), JOUR, false)).toBe('Rejet implicite dans 12\u00a0jours (13/07/2026)')
  expect(rejetDate(le(12), JOUR, true)).toBe('Rejet implicite dans 12\u00a0jours (13/07/2026, délai suspendu)')
  expect(rejetDate(le(-61), JOUR, false)).toBe('Rejet implicite le 01/05/2026')
  expect(rejetDate(le(-61), JOUR, true)).toBe('Rejet implicite le 01/05/2026 (délai suspendu)')
})
