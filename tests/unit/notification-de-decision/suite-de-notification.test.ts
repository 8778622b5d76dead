import { expect, test } from 'vitest'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { Preuve } from '#domain/courriel/preuve'
import { COURRIELS_A_REPRENDRE, estANotifier } from '#domain/notification-de-decision/suite-de-notification'

const decision = { avecCourriel: true, courrierLe: null }
const avec = (etat: EtatCourriel, preuve: Preuve | null) => ({ decision, courriel: { etat, preuve }, prouvee: null })
const executoire = true

test('what was voted is to be told once its délibération is in force, and not before', () => {
  const votee = { decision: null, courriel: null, prouvee: null }
  expect(estANotifier({ ...votee, executoire: false })).toBe(false)
  expect(estANotifier({ ...votee, executoire })).toBe(true)
})

test('an officer tells what no mail can tell, and lets go again what is held or failed; what travels is nobody’s to do', () => {
  expect(estANotifier({ decision, courriel: null, prouvee: null, executoire })).toBe(true)
  expect(estANotifier({ ...avec('RETENU', 'PROMIS'), executoire })).toBe(true)
  expect(estANotifier({ ...avec('ECHEC', 'PROMIS'), executoire })).toBe(true)
  expect(estANotifier({ ...avec('ECHEC', 'REFUSE'), executoire })).toBe(true)
  expect(estANotifier({ ...avec('NON_REMIS', 'REFUSE'), executoire })).toBe(true)
  expect(estANotifier({ ...avec('A_ENVOYER', 'PROMIS'), executoire })).toBe(false)
  expect(estANotifier({ ...avec('ENVOYE', 'REMIS_AU_RELAIS'), executoire })).toBe(false)
  expect([...COURRIELS_A_REPRENDRE]).toEqual(['RETENU', 'ECHEC'])
})

test('nothing is to be told of what is proved, nor of what an officer chose to tell by no mail', () => {
  const prouvee = { le: '2025-06-20', par: 'COURRIER' } as const
  expect(estANotifier({ ...avec('NON_REMIS', 'REFUSE'), prouvee, executoire })).toBe(false)
  const sansCourriel = { decision: { avecCourriel: false, courrierLe: null }, courriel: null, prouvee: null }
  expect(estANotifier({ ...sansCourriel, executoire })).toBe(false)
})
