import { expect, test } from 'vitest'
import { type AReprendre, reprenableJusquA, reprendre } from '#domain/courriel/reprise-decision'

const NOW = new Date('2025-05-13T08:00:00Z')
const decision = { etatAvant: 'EN_INSTRUCTION', reprenableA: reprenableJusquA(NOW, 30), verseCents: 0n } as const
const a = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const refus = (change: Partial<AReprendre>, now = NOW) => {
  const answer = reprendre({ decision, courriel: { etat: 'A_ENVOYER', tentatives: 0 }, ...change }, now)
  return answer.ok ? answer.value : answer.reason
}

test('a decision waits as long as its campagne says, and not at all for 0', () => {
  expect(decision.reprenableA).toEqual(a(30))
  expect(reprenableJusquA(NOW, 0)).toBeNull()
})

test('it is taken back while its mail has told nobody, however late', () => {
  expect(refus({})).toBe('EN_INSTRUCTION')
  expect(refus({}, a(500))).toBe('EN_INSTRUCTION')
  expect(refus({ courriel: { etat: 'RETENU', tentatives: 0 } }, a(500))).toBe('EN_INSTRUCTION')
  expect(refus({ courriel: { etat: 'A_ENVOYER', tentatives: 1 } })).toBe('COURRIEL_PARTI')
  expect(refus({ courriel: { etat: 'ENVOYE', tentatives: 1 } })).toBe('COURRIEL_PARTI')
  expect(refus({ courriel: { etat: 'ECHEC', tentatives: 8 } })).toBe('COURRIEL_PARTI')
})

test('where no mail tells it, its minutes say until when', () => {
  for (const courriel of [null, { etat: 'ANNULE', tentatives: 0 } as const]) {
    expect(refus({ courriel }, a(29))).toBe('EN_INSTRUCTION')
    expect(refus({ courriel }, a(30))).toBe('TROP_TARD')
  }
  expect(refus({ decision: { ...decision, reprenableA: null }, courriel: null })).toBe('TROP_TARD')
  expect(refus({ decision: null })).toBe('AUCUNE_DECISION')
})
