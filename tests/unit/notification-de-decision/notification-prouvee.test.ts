import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dernierJourDeRecours,
  estContestable,
  notificationProuvee,
} from '#domain/notification-de-decision/notification-prouvee'
import { suiteDeNotification } from '#domain/notification-de-decision/suite-de-notification'
import { addMonths, compareJours, type Jour, jourDeParis } from '#domain/temps/jour'
import { estOuvrable } from '#domain/temps/jours-ouvres'

test.each([
  ['2025-03-03', '2025-05-05'], // the 4th is a Sunday
  ['2025-04-01', '2025-06-02'],
  ['2025-12-31', '2026-03-02'],
  ['2025-03-07', '2025-05-09'], // the 8th is a public holiday
] as const)('notified on %s, it may be contested until %s', (le, jusqua) => {
  expect(dernierJourDeRecours(le)).toBe(jusqua)
})

test('the last day is worked, and never before two months and a day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (date) => {
      const le = jourDeParis(date)
      const dernier = dernierJourDeRecours(le)
      expect(estOuvrable(dernier)).toBe(true)
      expect(compareJours(dernier, addMonths(le, 2))).toBeGreaterThan(0)
    }),
  )
})

test('the first of the two proofs is the day; without one there is none', () => {
  const remisAuServeurLe = new Date('2025-06-10T10:00:00Z')
  const jour = (le: Jour) => le
  expect(notificationProuvee({ remisAuServeurLe: null, courrierLe: null })).toBeNull()
  expect(notificationProuvee({ remisAuServeurLe, courrierLe: null })).toEqual({ le: '2025-06-10', par: 'COURRIEL' })
  expect(notificationProuvee({ remisAuServeurLe, courrierLe: jour('2025-06-12') })?.par).toBe('COURRIEL')
  expect(notificationProuvee({ remisAuServeurLe, courrierLe: jour('2025-06-03') })?.par).toBe('COURRIER')
})

test('a grant of all that was asked, or a demande given up, leaves nothing to contest', () => {
  expect([estContestable('ACCORDE'), estContestable('RETIRE'), estContestable('REFUSE')]).toEqual([false, false, true])
})

test('each decision of a séance has its next step until it is proved', () => {
  const decision = { avecCourriel: true, courrierLe: null }
  const suite = (courriel: Parameters<typeof suiteDeNotification>[0]['courriel']) =>
    suiteDeNotification({ decision, courriel, prouvee: null })
  expect(suiteDeNotification({ decision: null, courriel: null, prouvee: null })).toBe('A_LIBERER')
  expect(suite(null)).toBe('PAR_COURRIER')
  expect(suiteDeNotification({ decision: { ...decision, avecCourriel: false }, courriel: null, prouvee: null })).toBe(
    'PAR_COURRIER',
  )
  expect(suite({ etat: 'A_ENVOYER', preuve: 'PROMIS' })).toBe('ATTENDRE_LE_DEPART')
  expect(suite({ etat: 'RETENU', preuve: 'PROMIS' })).toBe('RETENU')
  expect(suite({ etat: 'ECHEC', preuve: 'PROMIS' })).toBe('RENVOYER')
  expect(suite({ etat: 'ECHEC', preuve: 'REFUSE' })).toBe('PAR_COURRIER')
  const sansCourriel = { decision: { ...decision, avecCourriel: false }, prouvee: null }
  expect(suiteDeNotification({ ...sansCourriel, courriel: { etat: 'ANNULE', preuve: null } })).toBe('PAR_COURRIER')
  expect(suite({ etat: 'NON_REMIS', preuve: 'REFUSE' })).toBe('PAR_COURRIER')
  expect(suite({ etat: 'ENVOYE', preuve: 'REMIS_AU_RELAIS' })).toBe('ATTENDRE_LE_SERVEUR')
  const prouvee = { le: '2025-06-12', par: 'COURRIER' } as const
  expect(suiteDeNotification({ decision, courriel: null, prouvee })).toBeNull()
})
