import { expect, test } from 'vitest'
import { type BilanADemander, demandeDeBilanDue } from '#domain/suite-accord/demande-de-bilan'

const BILAN: BilanADemander = { prevenir: true, duLe: '2026-09-30', recuLe: null, demandeLe: null, relanceLe: null }
const FAIT = new Date('2026-08-02T08:00:00Z')
const due = (change: Partial<BilanADemander>, today: string) => demandeDeBilanDue({ ...BILAN, ...change }, today)

test('a bilan is asked for from 60 days before its last day, and not once that has passed', () => {
  expect(due({}, '2026-07-31')).toBeNull()
  expect(due({}, '2026-08-01')).toBe('DEMANDE')
  expect(due({}, '2026-09-30')).toBe('DEMANDE')
  expect(due({}, '2026-10-01')).toBeNull()
})

test('it is said late once, to who was asked for it', () => {
  expect(due({ demandeLe: FAIT }, '2026-09-30')).toBeNull()
  expect(due({ demandeLe: FAIT }, '2026-10-01')).toBe('RETARD')
  expect(due({ demandeLe: FAIT, relanceLe: FAIT }, '2026-10-02')).toBeNull()
})

test('nothing is asked of what came, nor by a machine of what was granted before it knew to', () => {
  expect(due({ recuLe: '2026-08-15' }, '2026-08-20')).toBeNull()
  expect(due({ recuLe: '2026-08-15', demandeLe: FAIT }, '2026-10-01')).toBeNull()
  expect(due({ prevenir: false }, '2026-08-20')).toBeNull()
})
