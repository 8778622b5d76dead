import { describe, expect, test } from 'vitest'
import { rappelDu } from '#domain/demande-en-ligne/rappel'

const campagne = {
  etat: 'OUVERTE' as const,
  ouverteLe: '2027-01-04',
  echeanceFiche: '2027-06-13',
  echeanceDepot: '2027-09-30',
}
const ETE = new Date('2027-07-01T08:00:00Z')

const du = (now: string, sur: Partial<Parameters<typeof rappelDu>[0]> = {}) =>
  rappelDu({ campagne, creeeLe: ETE, deposeeLe: null, rappels: [], ...sur }, new Date(now))

describe('what is begun and not deposited is reminded of', () => {
  test('seven days, two days and twenty-four hours before the last second of the last day in Paris', () => {
    expect(du('2027-09-23T21:59:58Z')).toBeNull()
    expect(du('2027-09-23T22:00:00Z')).toBe('SEPT_JOURS')
    expect(du('2027-09-28T22:00:00Z')).toBe('DEUX_JOURS')
    expect(du('2027-09-29T22:00:00Z')).toBe('VINGT_QUATRE_HEURES')
    expect(du('2027-09-30T22:00:00Z')).toBeNull()
  })

  test('once each, and never late: of those that a stopped machine let pass, only the nearest', () => {
    expect(du('2027-09-24T08:00:00Z', { rappels: ['SEPT_JOURS'] })).toBeNull()
    expect(du('2027-09-29T08:00:00Z', { rappels: [] })).toBe('DEUX_JOURS')
    expect(du('2027-09-29T08:00:00Z', { rappels: ['DEUX_JOURS'] })).toBeNull()
  })

  test('not once deposited, not of a campagne that is closed, not of what was begun after the instant of the reminder', () => {
    expect(du('2027-09-24T08:00:00Z', { deposeeLe: ETE })).toBeNull()
    expect(du('2027-09-24T08:00:00Z', { campagne: { ...campagne, etat: 'FERMEE' } })).toBeNull()
    const creeeLe = new Date('2027-09-25T08:00:00Z')
    expect(du('2027-09-25T09:00:00Z', { creeeLe })).toBeNull()
    expect(du('2027-09-28T22:00:00Z', { creeeLe })).toBe('DEUX_JOURS')
  })
})
