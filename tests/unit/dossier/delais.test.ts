import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accuseDuLe,
  estHorsDelai,
  horlogeRejet,
  joursAvantRejet,
  niveauDelai,
  rejetImpliciteLe,
} from '#domain/dossier/delais'
import { addDays } from '#domain/temps/jour'

describe('the legal clocks, on the worked example of docs/domaine.md § 7.3', () => {
  test('validated on 3 April 2024, the receipt is due by 17 April', () => {
    expect(accuseDuLe('2024-04-03', new Set())).toBe('2024-04-17')
  })

  test('silence rejects on 3 June', () => {
    expect(rejetImpliciteLe('2024-04-03', [])).toBe('2024-06-03')
  })

  test('pièces asked on 24 April and received on 10 May push it by 16 days', () => {
    expect(rejetImpliciteLe('2024-04-03', [{ du: '2024-04-24', limite: '2024-05-15', leveeLe: '2024-05-10' }])).toBe(
      '2024-06-19',
    )
  })

  test('never received, by 21 days', () => {
    expect(rejetImpliciteLe('2024-04-03', [{ du: '2024-04-24', limite: '2024-05-15', leveeLe: null }])).toBe(
      '2024-06-24',
    )
  })
})

describe('the clocks', () => {
  test('two months from a 31 December end on the last day of February', () => {
    expect(rejetImpliciteLe('2024-12-31', [])).toBe('2025-02-28')
    expect(rejetImpliciteLe('2023-12-31', [])).toBe('2024-02-29')
  })

  test('pièces that arrive after the limit do not lengthen the suspension', () => {
    const tard = [{ du: '2024-04-24', limite: '2024-05-15', leveeLe: '2024-06-01' }]
    expect(horlogeRejet('2024-04-03', tard).joursSuspendus).toBe(21)
  })

  test('two requests that overlap suspend once', () => {
    const suspensions = [
      { du: '2024-04-24', limite: '2024-05-15', leveeLe: null },
      { du: '2024-05-10', limite: '2024-05-20', leveeLe: null },
    ]
    expect(horlogeRejet('2024-04-03', suspensions).joursSuspendus).toBe(26)
    expect(horlogeRejet('2024-04-03', [...suspensions].reverse()).joursSuspendus).toBe(26)
  })

  test('a suspension never shortens the delay', () => {
    const jour = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2024-01-01', n))
    const suspension = fc.record({ du: jour, limite: jour, leveeLe: fc.option(jour) })
    fc.assert(
      fc.property(jour, fc.array(suspension, { maxLength: 6 }), suspension, (deposeLe, suspensions, autre) => {
        const sans = rejetImpliciteLe(deposeLe, suspensions)
        expect(rejetImpliciteLe(deposeLe, [...suspensions, autre]) >= sans).toBe(true)
        expect(sans >= rejetImpliciteLe(deposeLe, [])).toBe(true)
      }),
    )
  })

  test('near from 15 days before, passed only the day after', () => {
    expect(joursAvantRejet('2025-06-20', '2025-06-08')).toBe(12)
    expect(niveauDelai('2025-06-20', '2025-06-04')).toBe('LOINTAIN')
    expect(niveauDelai('2025-06-20', '2025-06-05')).toBe('PROCHE')
    expect(niveauDelai('2025-06-20', '2025-06-20')).toBe('PROCHE')
    expect(niveauDelai('2025-06-20', '2025-06-21')).toBe('DEPASSE')
  })

  test('the last day of the campagne counts whole', () => {
    expect(estHorsDelai('2025-06-13', '2025-06-13')).toBe(false)
    expect(estHorsDelai('2025-06-14', '2025-06-13')).toBe(true)
    expect(estHorsDelai('2025-06-14', null)).toBe(false)
  })
})
