import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Accord } from '#domain/suite-accord/accord'
import type { BilanDepense } from '#domain/suite-accord/bilan-de-projet'
import {
  annulerReversement,
  aRendreAujourdhui,
  demanderReversement,
  estAttendu,
  type ReversementDemande,
  type ReversementVoulu,
} from '#domain/suite-accord/demande-de-reversement'
import { donnees, rendre } from '../courriel/donnees'
import { PIED, RECOURS_PRIVE } from '../courriel/pied'

const TODAY = '2026-06-15'
const ACCORD: Accord = {
  ...{ montantCents: 450_000n, payableDes: '2026-03-01', reprenable: false },
  convention: { requise: false, signeeLe: null },
}
/** Half of what was planned was spent: half of the grant is due. */
const BILAN: BilanDepense = { duLe: '2026-06-01', recuLe: '2026-05-20', verdict: 'CONFORME', depenseCents: 500_000n }
const SUITES = { accord: ACCORD, bilan: BILAN, verseCents: 315_000n, coutTotalCents: 1_000_000n }
const VOULU: ReversementVoulu = {
  ...{ montantCents: 90_000n, motif: '', duLe: '2026-07-31' },
  modalites: 'Par virement, à réception du titre.',
}
const MOTIF = 'Les frais d’annulation sont admis.'
const un = (change: Partial<ReversementDemande> = {}): ReversementDemande => ({
  ...{ id: 'un', montantCents: 90_000n, renduCents: 0n, estAnnule: false },
  ...change,
})

const demander = (
  voulu: Partial<ReversementVoulu>,
  suites: { accord?: Accord | null; bilan?: BilanDepense | null; verseCents?: bigint } = {},
  demandes: ReversementDemande[] = [],
) => {
  const answer = demanderReversement({ ...SUITES, ...suites, demandes }, { ...VOULU, ...voulu }, TODAY)
  return answer.ok ? answer.value : answer.reason
}

describe('what is asked back', () => {
  test('is what goes beyond what is due, whole, without a reason', () => {
    expect(demander({})).toEqual({ ...VOULU, calculeCents: 90_000n })
    expect(demander({ motif: MOTIF })).toMatchObject({ motif: '' })
    expect(demander({ duLe: '2026-06-16' })).toMatchObject({ duLe: '2026-06-16' })
  })

  test('less has a reason, more is refused', () => {
    expect(demander({ montantCents: 89_999n })).toBe('MOTIF_TROP_COURT')
    expect(demander({ montantCents: 89_999n, motif: ` ${MOTIF} ` })).toMatchObject({
      motif: MOTIF,
      calculeCents: 90_000n,
    })
    expect(demander({ montantCents: 1n, motif: 'x'.repeat(1_001) })).toBe('MOTIF_TROP_LONG')
    expect(demander({ montantCents: 90_001n, motif: MOTIF })).toBe('PLUS_QUE_A_RENDRE')
    expect(demander({ montantCents: 0n, motif: MOTIF })).toBe('MONTANT_NUL')
  })

  test('says how to pay, and until a day to come', () => {
    expect(demander({ modalites: ' Virement ' })).toBe('MODALITES_TROP_COURTES')
    expect(demander({ modalites: 'x'.repeat(1_001) })).toBe('MODALITES_TROP_LONGUES')
    expect(demander({ duLe: TODAY })).toBe('LIMITE_PASSEE')
  })

  test('is of a grant that stands, by a bilan in order that makes something to give back', () => {
    expect(demander({}, { accord: null })).toBe('PAS_ACCORDE')
    expect(demander({}, { accord: { ...ACCORD, reprenable: true } })).toBe('ENCORE_REPRENABLE')
    expect(demander({}, { bilan: null })).toBe('BILAN_PAS_CONFORME')
    expect(demander({}, { bilan: { ...BILAN, verdict: null, depenseCents: null } })).toBe('BILAN_PAS_CONFORME')
    expect(demander({}, { verseCents: 225_000n })).toBe('RIEN_A_RENDRE')
  })

  test('is asked once at a time: what came whole, or was taken back, is asked no more', () => {
    expect(demander({}, {}, [un()])).toBe('DEJA_DEMANDE')
    expect(demander({}, {}, [un({ renduCents: 89_999n })])).toBe('DEJA_DEMANDE')
    expect(demander({}, {}, [un({ renduCents: 90_000n }), un({ estAnnule: true })])).toMatchObject({
      montantCents: 90_000n,
    })
  })

  test('never goes beyond what was paid, and leaves what is due', () => {
    const cents = fc.bigInt({ min: 0n, max: 2_000_000n })
    fc.assert(
      fc.property(cents, cents, (verseCents, depenseCents) => {
        const rendre = aRendreAujourdhui({ ...SUITES, verseCents, bilan: { ...BILAN, depenseCents } })
        expect(rendre >= 0n && rendre <= verseCents).toBe(true)
        expect(
          aRendreAujourdhui({ ...SUITES, verseCents: verseCents - rendre, bilan: { ...BILAN, depenseCents } }),
        ).toBe(0n)
      }),
    )
  })
})

test('what was asked is taken back with a reason, while it did not come whole', () => {
  const annuler = (demandes: ReversementDemande[], motif = MOTIF, reversementId = 'un') => {
    const answer = annulerReversement(demandes, { reversementId, motif })
    return answer.ok ? answer.value.motif : answer.reason
  }
  expect(annuler([un({ renduCents: 1n })], ` ${MOTIF} `)).toBe(MOTIF)
  expect(annuler([un()], 'non')).toBe('MOTIF_TROP_COURT')
  expect(annuler([un()], 'x'.repeat(1_001))).toBe('MOTIF_TROP_LONG')
  expect(annuler([un({ estAnnule: true })])).toBe('DEJA_ANNULE')
  expect(annuler([un({ renduCents: 90_000n })])).toBe('DEJA_RENDU')
  expect(annuler([un()], MOTIF, 'autre')).toBe('REVERSEMENT_INCONNU')
  expect([un(), un({ renduCents: 90_000n }), un({ estAnnule: true })].map(estAttendu)).toEqual([true, false, false])
})

test('its mail says how the amount is worked out, why less, how to pay and how to contest it', () => {
  const { sujet, texte, echeances } = rendre('reversement', donnees.reversement)
  expect(echeances).toEqual(['2026-07-31'])
  expect(`${sujet}\n${texte}`.replace(/[\u00a0\u202f]/g, ' '))
    .toBe(`Votre subvention n° 2025-01012 : un reversement vous est demandé
Madame, Monsieur,

Le Département du Pas-de-Calais vous demande de lui reverser 600,00 € sur la subvention accordée à votre demande n° 2025-01012 « Jumelage à Herne (Allemagne) », avant le 31 juillet 2026 inclus.

Comment ce montant est calculé :

• subvention accordée : 4 500,00 € ;
• dépensé, selon votre bilan : 5 000,00 € (prévu : 10 000,00 €) ;
• subvention due, qui suit ce qui a été dépensé : 2 250,00 € ;
• versé à ce jour : 3 150,00 € ;
• versé au-delà de ce qui est dû : 900,00 €.

Pourquoi le montant demandé est moindre :

Les frais d’annulation du car sont admis.

Comment reverser cette somme :

Par virement, à réception du titre de recette.

${RECOURS_PRIVE}

${PIED}`)
  const entier = rendre('reversement', { ...donnees.reversement, motif: '', prevuCents: null })
  expect(entier.texte).not.toMatch(/moindre|prévu/)
})
