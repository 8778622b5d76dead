import { expect, test } from 'vitest'
import {
  type BilanADemander,
  cleDeDemande,
  demandeDeBilanDue,
  examenDeLaCle,
  limiteDuComplement,
} from '#domain/suite-accord/demande-de-bilan'

const BILAN: BilanADemander = {
  ...{ prevenir: true, duLe: '2026-09-30', recuLe: null, demandeLe: null, relanceLe: null },
  ...{ verdict: null, complementLe: null, rappelLe: null },
}
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

test('what is to complete is reminded once its day has passed, to who was told, whoever granted it and when', () => {
  const aCompleter = { recuLe: '2026-08-15', verdict: 'A_COMPLETER', complementLe: FAIT, prevenir: false } as const
  expect(due(aCompleter, '2026-09-30')).toBeNull()
  expect(due(aCompleter, '2026-10-01')).toBe('RAPPEL')
  expect(due({ ...aCompleter, rappelLe: FAIT }, '2026-10-02')).toBeNull()
  expect(due({ ...aCompleter, complementLe: null }, '2026-10-01')).toBeNull()
  expect(due({ ...aCompleter, verdict: 'CONFORME' }, '2026-10-01')).toBeNull()
  expect(due({ ...aCompleter, verdict: null }, '2026-10-01')).toBeNull()
})

test('the days to complete are those of the règlement, and never take a day away', () => {
  expect(limiteDuComplement('2026-09-30', '2026-09-01', 21)).toBe('2026-09-30')
  expect(limiteDuComplement('2026-09-30', '2026-09-10', 21)).toBe('2026-10-01')
  expect(limiteDuComplement('2026-09-30', '2026-12-01', 21)).toBe('2026-12-22')
})

test('each time that it is found to complete has its own mail, and a key names that time', () => {
  expect(examenDeLaCle(cleDeDemande('b', 'COMPLEMENT', FAIT))).toEqual(FAIT)
  expect(examenDeLaCle(cleDeDemande('b', 'RAPPEL', FAIT))).toEqual(FAIT)
  expect(examenDeLaCle(cleDeDemande('b', 'RETARD', FAIT))).toBeNull()
  expect(examenDeLaCle('demande-bilan/b/COMPLEMENT/1e9')).toBeNull()
})
