import { describe, expect, test } from 'vitest'
import { deverrouiller, ouvert, refermer, type Deverrouillage } from '#domain/dossier/deverrouillage'
import type { Etat } from '#domain/dossier/etat'

const now = new Date('2025-06-02T09:00:00Z')
const durees = { joursMin: 2, joursDefaut: 5, joursMax: 15 }
const vote = { tenu: false, estResponsable: false }
const ouverture = {
  champs: [],
  pieces: [],
  sections: ['BUDGET', 'PIECES'] as const,
  motif: 'Le budget est à corriger.',
  echeance: '2025-06-07',
}

const undossier = (etat: Etat, deverrouillages: Deverrouillage[] = []) => ({
  etat,
  deverrouillages,
  modifications: [],
})
const unDeverrouillage = (plus: Partial<Deverrouillage> = {}): Deverrouillage => ({
  sections: ['PIECES'],
  champs: [],
  pieces: [],
  annulableJusquA: null,
  motif: 'Le RIB est illisible.',
  ouvertLe: new Date('2025-06-01T09:00:00Z'),
  echeance: new Date('2025-06-05T21:59:59.999Z'),
  refermeLe: null,
  ...plus,
})
const essai = (etat: Etat, plus: Partial<typeof ouverture> & { sections?: never } = {}) =>
  deverrouiller(undossier(etat), { ...ouverture, ...plus }, { now, durees, vote })

describe('deverrouiller', () => {
  test('opens the chosen sections until the end of the day in Paris', () => {
    expect(essai('INCOMPLET')).toEqual({
      ok: true,
      value: {
        sections: ['BUDGET', 'PIECES'],
        champs: [],
        pieces: [],
        motif: 'Le budget est à corriger.',
        ouvertLe: now,
        echeance: new Date('2025-06-07T21:59:59.999Z'),
        annulableJusquA: new Date('2025-06-02T09:05:00Z'),
        refermeLe: null,
      },
    })
  })

  test.each([
    ['BROUILLON', 'PAS_ENCORE_DEPOSE'],
    ['ACCORDE', 'DECISION_DEJA_PRISE'],
    ['ACCORDE_PARTIEL', 'DECISION_DEJA_PRISE'],
    ['REFUSE', 'DECISION_DEJA_PRISE'],
    ['SANS_SUITE', 'DECISION_DEJA_PRISE'],
  ] as const)('a dossier %s is refused: %s', (etat, reason) => {
    expect(essai(etat)).toEqual({ ok: false, reason })
  })

  test('two cannot be open at once, but one that has passed or was closed does not count', () => {
    const avec = (d: Deverrouillage) => deverrouiller(undossier('DEPOSE', [d]), ouverture, { now, durees, vote })
    expect(avec(unDeverrouillage())).toEqual({ ok: false, reason: 'DEJA_DEVERROUILLE' })
    expect(avec(unDeverrouillage({ echeance: new Date('2025-06-01T21:59:59.999Z') })).ok).toBe(true)
    expect(avec(unDeverrouillage({ refermeLe: new Date('2025-06-01T10:00:00Z') })).ok).toBe(true)
  })

  test('says why, on which sections', () => {
    expect(essai('DEPOSE', { motif: '  budget  ' })).toEqual({ ok: false, reason: 'MOTIF_TROP_COURT' })
    expect(deverrouiller(undossier('DEPOSE'), { ...ouverture, sections: [] }, { now, durees, vote })).toEqual({
      ok: false,
      reason: 'AUCUNE_SECTION',
    })
  })

  test('lasts between the bounds of the campagne', () => {
    expect(essai('DEPOSE', { echeance: '2025-06-02' })).toEqual({ ok: false, reason: 'ECHEANCE_PASSEE' })
    expect(essai('DEPOSE', { echeance: '2025-06-03' })).toEqual({
      ok: false,
      reason: 'ECHEANCE_TROP_PROCHE',
      detail: '2',
    })
    expect(essai('DEPOSE', { echeance: '2025-06-04' }).ok).toBe(true)
    expect(essai('DEPOSE', { echeance: '2025-06-17' }).ok).toBe(true)
    expect(essai('DEPOSE', { echeance: '2025-06-18' })).toEqual({
      ok: false,
      reason: 'ECHEANCE_TROP_LOINTAINE',
      detail: '15',
    })
  })

  test('today is the day in Paris: at 22:30 UTC it is already tomorrow there', () => {
    const tard = new Date('2025-06-01T22:30:00Z')
    expect(
      deverrouiller(undossier('DEPOSE'), { ...ouverture, echeance: '2025-06-02' }, { now: tard, durees, vote }),
    ).toEqual({
      ok: false,
      reason: 'ECHEANCE_PASSEE',
    })
  })
})

describe('who holds the pen', () => {
  const dossier = undossier('INCOMPLET', [unDeverrouillage()])

  test('the demandeur, until the last instant', () => {
    expect(ouvert(dossier, new Date('2025-06-05T21:59:59.998Z'))).toBeDefined()
    expect(ouvert(dossier, new Date('2025-06-05T21:59:59.999Z'))).toBeUndefined()
  })

  test('closing by hand needs one that is open', () => {
    expect(refermer(dossier, now)).toMatchObject({ ok: true, value: { refermeLe: now } })
    expect(refermer(undossier('DEPOSE'), now)).toEqual({ ok: false, reason: 'PAS_OUVERT' })
    expect(ouvert(undossier('DEPOSE', [unDeverrouillage({ refermeLe: now })]), now)).toBeUndefined()
  })
})
