import { describe, expect, test } from 'vitest'
import type { Accord } from '#domain/suite-accord/accord'
import { reprendreConvention, signerConvention } from '#domain/suite-accord/convention'
import {
  annulerVersement,
  enregistrerVersement,
  totalVerse,
  type Versement,
  type VersementGarde,
} from '#domain/suite-accord/versement'

const TODAY = '2026-06-15'
const ACCORD: Accord = {
  montantCents: 100_000n,
  payableDes: '2026-03-01',
  reprenable: false,
  convention: { requise: false, signeeLe: null },
}
const ACOMPTE: Versement = { nature: 'ACOMPTE', montantCents: 60_000n, le: '2026-04-01', reference: 'M-1' }
const garde = (change: Partial<VersementGarde> = {}): VersementGarde => ({
  ...ACOMPTE,
  ...{ id: 'un', estAnnule: false },
  ...change,
})

const verser = (
  voulu: Partial<Versement>,
  { accord = ACCORD, versements = [] }: { accord?: Accord | null; versements?: VersementGarde[] } = {},
) => {
  const answer = enregistrerVersement({ accord, versements }, { ...ACOMPTE, ...voulu }, TODAY)
  return answer.ok ? answer.value : answer.reason
}

describe('a payment', () => {
  test('is recorded as it was made, its reference as it is compared', () => {
    expect(verser({ reference: '  M 1\u00a0 2 ' })).toEqual({ ...ACOMPTE, reference: 'M 1 2' })
    expect(verser({ le: TODAY })).toMatchObject({ le: TODAY })
    expect(verser({ montantCents: 100_000n, nature: 'SOLDE' })).toMatchObject({ nature: 'SOLDE' })
  })

  test('is of a grant that stands, on a day when it could be paid', () => {
    expect(verser({}, { accord: null })).toBe('PAS_ACCORDE')
    expect(verser({}, { accord: { ...ACCORD, reprenable: true } })).toBe('ENCORE_REPRENABLE')
    expect(verser({ le: '2026-02-28' })).toBe('AVANT_EXECUTOIRE')
    expect(verser({ le: ACCORD.payableDes })).toMatchObject({ le: ACCORD.payableDes })
    expect(verser({ le: '2026-06-16' })).toBe('JOUR_A_VENIR')
  })

  test('says an amount and where it is found', () => {
    expect(verser({ montantCents: 0n })).toBe('MONTANT_NUL')
    expect(verser({ montantCents: -1n, nature: 'REVERSEMENT' })).toBe('MONTANT_NUL')
    expect(verser({ reference: ' ' })).toBe('REFERENCE_MANQUANTE')
    expect(verser({ reference: 'x'.repeat(51) })).toBe('REFERENCE_TROP_LONGUE')
    expect(verser({ reference: 'x'.repeat(50) })).toMatchObject({ nature: 'ACOMPTE' })
  })

  test('never goes beyond what was voted, what was given back taken off', () => {
    expect(verser({ montantCents: 100_001n })).toBe('PLUS_QUE_ACCORDE')
    const versements = [garde()]
    expect(verser({ reference: 'M-2', montantCents: 40_001n }, { versements })).toBe('PLUS_QUE_ACCORDE')
    expect(verser({ reference: 'M-2', montantCents: 40_000n }, { versements })).toMatchObject({ reference: 'M-2' })
    const rendu = [...versements, garde({ id: 'deux', nature: 'REVERSEMENT', montantCents: 10_000n })]
    expect(totalVerse(rendu)).toBe(50_000n)
    expect(verser({ reference: 'M-3', montantCents: 50_000n }, { versements: rendu })).toMatchObject({
      reference: 'M-3',
    })
  })

  test('is recorded once, and none follows the solde unless it is cancelled', () => {
    expect(verser({}, { versements: [garde()] })).toBe('DEJA_ENREGISTRE')
    expect(verser({}, { versements: [garde({ estAnnule: true })] })).toEqual(ACOMPTE)
    const solde = garde({ nature: 'SOLDE', montantCents: 1n })
    expect(verser({ reference: 'M-2', montantCents: 1n }, { versements: [solde] })).toBe('DEJA_SOLDE')
    expect(verser({ montantCents: 1n, nature: 'REVERSEMENT' }, { versements: [solde] })).toMatchObject({
      nature: 'REVERSEMENT',
    })
    expect(verser({}, { versements: [{ ...solde, estAnnule: true }] })).toEqual(ACOMPTE)
  })

  test('is given back within what was paid', () => {
    const rendre = (montantCents: bigint) =>
      verser({ nature: 'REVERSEMENT', montantCents, reference: 'T-1' }, { versements: [garde()] })
    expect(rendre(60_001n)).toBe('PLUS_QUE_VERSE')
    expect(rendre(60_000n)).toMatchObject({ montantCents: 60_000n })
  })

  test('waits for the convention where one is owed; what is given back waits for none', () => {
    const accord = { ...ACCORD, convention: { requise: true, signeeLe: null } }
    expect(verser({}, { accord })).toBe('CONVENTION_A_SIGNER')
    expect(verser({ nature: 'REVERSEMENT', reference: 'T' }, { accord, versements: [garde()] })).toMatchObject({})
    const signee = { ...ACCORD, convention: { requise: true, signeeLe: '2026-04-02' } }
    expect(verser({}, { accord: signee })).toBe('AVANT_LA_CONVENTION')
    expect(verser({ le: '2026-04-02' }, { accord: signee })).toMatchObject({ le: '2026-04-02' })
  })
})

describe('a payment that is cancelled', () => {
  const MOTIF = 'Saisi sur un autre dossier.'
  const annuler = (versements: VersementGarde[], motif = MOTIF, versementId = 'un') => {
    const answer = annulerVersement({ accord: ACCORD, versements }, { versementId, motif })
    return answer.ok ? answer.value : answer.reason
  }

  test('has a reason, is of this dossier, and once', () => {
    expect(annuler([garde()], ` ${MOTIF} `)).toEqual({ versement: garde(), motif: MOTIF })
    expect(annuler([garde()], 'non')).toBe('MOTIF_TROP_COURT')
    expect(annuler([garde()], 'x'.repeat(501))).toBe('MOTIF_TROP_LONG')
    expect(annuler([garde()], MOTIF, 'autre')).toBe('VERSEMENT_INCONNU')
    expect(annuler([garde({ estAnnule: true })])).toBe('DEJA_ANNULE')
  })

  test('leaves an amount that could have been paid, and given back', () => {
    const rendu = garde({ id: 'deux', nature: 'REVERSEMENT', montantCents: 50_000n })
    expect(annuler([garde(), rendu])).toBe('PLUS_QUE_VERSE')
    const plein = [garde(), rendu, garde({ id: 'trois', montantCents: 90_000n })]
    expect(annuler(plein, MOTIF, 'deux')).toBe('PLUS_QUE_ACCORDE')
    expect(annuler(plein)).toMatchObject({ versement: { id: 'un' } })
  })
})

describe('a convention', () => {
  const A_SIGNER: Accord = { ...ACCORD, convention: { requise: true, signeeLe: null } }
  const signer = (le: string, accord: Accord | null = A_SIGNER) => {
    const answer = signerConvention(accord, le, TODAY)
    return answer.ok ? answer.value : answer.reason
  }

  test('is said signed once, where one is owed, on a day that is possible', () => {
    expect(signer('2026-03-15')).toBe('2026-03-15')
    expect(signer('2026-02-28')).toBe('AVANT_EXECUTOIRE')
    expect(signer('2026-06-16')).toBe('JOUR_A_VENIR')
    expect(signer('2026-03-15', ACCORD)).toBe('SANS_CONVENTION')
    expect(signer('2026-03-15', null)).toBe('PAS_ACCORDE')
    expect(signer('2026-03-15', { ...A_SIGNER, reprenable: true })).toBe('ENCORE_REPRENABLE')
    expect(signer('2026-03-15', { ...ACCORD, convention: { requise: true, signeeLe: '2026-03-10' } })).toBe(
      'DEJA_SIGNEE',
    )
  })

  test('is taken back while nothing rests on it', () => {
    const signee = { ...ACCORD, convention: { requise: true, signeeLe: '2026-03-10' } }
    expect(reprendreConvention(signee, [garde({ estAnnule: true })])).toEqual({ ok: true, value: '2026-03-10' })
    expect(reprendreConvention(signee, [garde()])).toMatchObject({ reason: 'DEJA_VERSE' })
    expect(reprendreConvention(A_SIGNER, [])).toMatchObject({ reason: 'PAS_SIGNEE' })
  })
})
