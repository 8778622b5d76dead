import { describe, expect, test } from 'vitest'
import type { Accord } from '#domain/suite-accord/accord'
import {
  type Bilan,
  bilanDuLe,
  etatDuBilan,
  jugerBilan,
  montantARendre,
  recevoirBilan,
  reprendreBilan,
} from '#domain/suite-accord/bilan-de-projet'

const TODAY = '2026-06-15'
const ACCORD: Accord = {
  montantCents: 100_000n,
  payableDes: '2026-03-01',
  reprenable: false,
  convention: { requise: false, signeeLe: null },
}
const ATTENDU: Bilan = { duLe: '2026-09-01', recuLe: null, verdict: null }
const RECU: Bilan = { ...ATTENDU, recuLe: '2026-06-10' }

const dit = <T, R extends string>(answer: { ok: true; value: T } | { ok: false; reason: R }) =>
  answer.ok ? answer.value : answer.reason

describe('the bilan of a grant', () => {
  test('is owed so many days after the end of the project, or after the decision where none is known', () => {
    expect(bilanDuLe('2026-05-01', '2026-03-01', 30)).toBe('2026-05-31')
    expect(bilanDuLe(null, '2026-03-01', 30)).toBe('2026-03-31')
  })

  test('stands somewhere on each day', () => {
    expect(etatDuBilan(ATTENDU, '2026-09-01')).toBe('ATTENDU')
    expect(etatDuBilan(ATTENDU, '2026-09-02')).toBe('EN_RETARD')
    expect(etatDuBilan(RECU, '2026-09-02')).toBe('A_EXAMINER')
    expect(etatDuBilan({ ...RECU, verdict: 'A_COMPLETER' }, '2026-09-01')).toBe('A_COMPLETER')
    expect(etatDuBilan({ ...RECU, verdict: 'A_COMPLETER' }, '2026-09-02')).toBe('EN_RETARD')
    expect(etatDuBilan({ ...RECU, verdict: 'CONFORME' }, '2026-09-02')).toBe('CONFORME')
  })

  test('comes once, and again after it was found to complete', () => {
    const recevoir = (bilan: Bilan | null, le = TODAY, accord: Accord | null = ACCORD) =>
      dit(recevoirBilan({ accord, bilan }, le, TODAY))
    expect(recevoir(ATTENDU)).toBe(TODAY)
    expect(recevoir(null)).toBe('SANS_BILAN')
    expect(recevoir(ATTENDU, TODAY, null)).toBe('SANS_BILAN')
    expect(recevoir(ATTENDU, TODAY, { ...ACCORD, reprenable: true })).toBe('ENCORE_REPRENABLE')
    expect(recevoir(ATTENDU, '2026-06-16')).toBe('JOUR_A_VENIR')
    expect(recevoir(ATTENDU, '2026-02-28')).toBe('AVANT_EXECUTOIRE')
    expect(recevoir(RECU)).toBe('DEJA_RECU')
    expect(recevoir({ ...RECU, verdict: 'A_COMPLETER' })).toBe(TODAY)
    expect(dit(reprendreBilan({ bilan: RECU }))).toBe(RECU.recuLe)
    expect(dit(reprendreBilan({ bilan: ATTENDU }))).toBe('PAS_RECU')
  })

  test('is in order with what was spent, or to complete with why', () => {
    const juger = (bilan: Bilan | null, change: Partial<Parameters<typeof jugerBilan>[1]>) =>
      dit(jugerBilan(bilan, { verdict: 'CONFORME', motif: '', depenseCents: null, ...change }))
    expect(juger(RECU, { depenseCents: 0n })).toEqual({ verdict: 'CONFORME', depenseCents: 0n })
    expect(juger(RECU, {})).toBe('DEPENSE_A_DONNER')
    expect(juger(RECU, { depenseCents: -1n })).toBe('DEPENSE_NEGATIVE')
    expect(juger(ATTENDU, { depenseCents: 1n })).toBe('PAS_RECU')
    expect(juger(null, { depenseCents: 1n })).toBe('SANS_BILAN')
    const aCompleter = (motif: string) => juger(RECU, { verdict: 'A_COMPLETER', motif })
    expect(aCompleter(' Il manque les factures. ')).toEqual({
      verdict: 'A_COMPLETER',
      motif: 'Il manque les factures.',
    })
    expect(aCompleter('factures')).toBe('MOTIF_TROP_COURT')
    expect(aCompleter('x'.repeat(2_001))).toBe('MOTIF_TROP_LONG')
  })
})

test('what is to be given back follows what was spent, and never goes beyond what was paid', () => {
  const rendre = (depenseCents: bigint, verseCents = 100_000n, coutTotalCents: bigint | null = 400_000n) =>
    montantARendre({ montantCents: 100_000n, verseCents, depenseCents, coutTotalCents })
  expect(rendre(400_000n)).toBe(0n)
  expect(rendre(500_000n)).toBe(0n)
  expect(rendre(300_000n)).toBe(25_000n)
  expect(rendre(300_000n, 60_000n)).toBe(0n)
  expect(rendre(0n, 60_000n)).toBe(60_000n)
  expect(rendre(80_000n, 100_000n, null)).toBe(20_000n)
  expect(rendre(120_000n, 100_000n, null)).toBe(0n)
  expect(rendre(80_000n, 100_000n, 0n)).toBe(20_000n)
})
