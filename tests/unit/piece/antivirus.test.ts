import { expect, test } from 'vitest'
import { analysesOuvrables, ouvertureDe, pireAnalyse, type Analyse, type Ouverture } from '#domain/piece/antivirus'

test.each<[Analyse, boolean, Ouverture]>([
  ['SAIN', true, 'LIBRE'],
  ['SAIN', false, 'LIBRE'],
  ['NON_ANALYSE', true, 'EN_ATTENTE'],
  ['NON_ANALYSE', false, 'LIBRE_NON_ANALYSE'],
  ['INFECTE', true, 'VERROUILLE'],
  ['INFECTE', false, 'VERROUILLE'],
])('a file that is %s, antivirus set: %s, is %s', (analyse, antivirus, ouverture) => {
  expect(ouvertureDe(analyse, { antivirus })).toBe(ouverture)
})

test('where an antivirus is set, only what it found sound is shown among others', () => {
  expect(analysesOuvrables({ antivirus: true })).toEqual(['SAIN'])
  expect(analysesOuvrables({ antivirus: false })).toEqual(['NON_ANALYSE', 'SAIN'])
})

test('a mail is what the worst of its files is', () => {
  expect(pireAnalyse([])).toBe('SAIN')
  expect(pireAnalyse(['SAIN', 'NON_ANALYSE'])).toBe('NON_ANALYSE')
  expect(pireAnalyse(['SAIN', 'INFECTE', 'NON_ANALYSE'])).toBe('INFECTE')
})
