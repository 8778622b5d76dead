import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMontant } from '#domain/budget/montant'
import type { Accord } from '#domain/suite-accord/accord'
import {
  aReprendreDuBilan,
  lireBilan,
  peutRendre,
  type ReponsesBilan,
  refuseesDuBilan,
  verifierFichiersDuBilan,
} from '#domain/suite-accord/bilan-rendu'

const today = '2027-10-01'
const prevu = { montantCents: 300_000n, debut: '2027-07-12', fin: '2027-07-19' }
const contexte = { prevu, today }
const BON: ReponsesBilan = {
  debut: '12/07/2027',
  fin: '19/07/2027',
  participants: '24',
  compteRendu: 'Vingt-quatre jeunes ont chanté à Herne.',
  depense: '10 000',
  subvention: '3000€',
}
const refus = (change: ReponsesBilan) =>
  aReprendreDuBilan({ ...BON, ...change }, contexte).map((une) => `${une.champ} ${une.refus}`)

describe('what a bilan says', () => {
  test('amounts are read as people write them, and what is read is given', () => {
    expect(lireBilan(BON, contexte)).toEqual({
      ...{ debut: '2027-07-12', fin: '2027-07-19', participants: 24 },
      ...{ depenseCents: 1_000_000n, subventionCents: 300_000n },
    })
    for (const texte of ['10 000', '10000€', '10\u00a0000,00', '10\u202f000 €'])
      expect(lireBilan({ ...BON, depense: texte }, contexte)?.depenseCents).toBe(1_000_000n)
  })

  test('any amount that we write is read back as it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 300_000n, max: 99_999_999_999n }), (cents) => {
        expect(lireBilan({ ...BON, depense: formatMontant(cents) }, contexte)?.depenseCents).toBe(cents)
      }),
    )
  })

  test('of the grant no more is used than was granted, nor than was spent; less is explained', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 600_000n }), fc.bigInt({ min: 0n, max: 600_000n }), (depense, utilisee) => {
        const dits = refus({ depense: formatMontant(depense), subvention: formatMontant(utilisee) })
        expect(dits.includes('subvention PLUS_QU_ACCORDE')).toBe(utilisee > 300_000n)
        expect(dits.includes('subvention PLUS_QUE_DEPENSE')).toBe(utilisee <= 300_000n && utilisee > depense)
        expect(dits.includes('ecarts ECARTS_A_DIRE')).toBe(depense < 300_000n || utilisee < 300_000n)
      }),
    )
  })

  test.each([
    [{ debut: '' }, ['debut SANS_REPONSE']],
    [{ debut: '31/02/2027' }, ['debut JOUR']],
    [{ fin: '11/07/2027' }, ['fin FIN_AVANT_DEBUT', 'ecarts ECARTS_A_DIRE']],
    [{ fin: '02/10/2027' }, ['fin FIN_A_VENIR', 'ecarts ECARTS_A_DIRE']],
    [{ fin: '20/07/2027' }, ['ecarts ECARTS_A_DIRE']],
    [{ fin: '20/07/2027', ecarts: 'Le retour a été retardé d’un jour.' }, []],
    [{ participants: 'une dizaine' }, ['participants NOMBRE']],
    [{ participants: '0' }, []],
    [{ compteRendu: 'Fait.' }, ['compteRendu TROP_COURT']],
    [{ compteRendu: 'a'.repeat(10_001) }, ['compteRendu TROP_LONG']],
    [{ depense: '1,200' }, ['depense MONTANT']],
    [{ depense: '-5' }, ['depense NEGATIF']],
    [{ ecarts: 'court' }, ['ecarts TROP_COURT']],
  ])('%o: %o', (change, dits) => {
    expect(refus(change)).toEqual(dits)
    expect(lireBilan({ ...BON, ...change }, contexte) === null).toBe(dits.length > 0)
  })

  test('a question that is not answered yet is no fault while it is typed', () => {
    expect(refuseesDuBilan({}, contexte)).toEqual([])
    expect(aReprendreDuBilan({}, contexte)).toHaveLength(6)
  })
})

describe('who may give it, and when', () => {
  const accord: Accord = {
    ...{ montantCents: 300_000n, payableDes: '2027-06-10', reprenable: false },
    convention: { requise: false, signeeLe: null },
  }
  const base = {
    ...({ role: 'REDACTEUR', origine: 'EXTRANET', dite: true, accord } as const),
    bilan: { duLe: '2027-12-31', recuLe: null, verdict: null },
  }
  const dit = (change: Partial<Parameters<typeof peutRendre>[0]>, le = today) => {
    const answer = peutRendre({ ...base, ...change }, le)
    return answer.ok ? answer.value : answer.reason
  }
  test('by who does more than read, once they were told, and again only to complete it', () => {
    expect(dit({})).toBe(today)
    expect(dit({ role: 'LECTEUR' })).toBe('LECTEUR_SEUL')
    expect(dit({ origine: 'PORTAIL' })).toBe('SUR_LE_PORTAIL')
    expect(dit({ dite: false })).toBe('RIEN_A_RENDRE')
    expect(dit({ accord: null })).toBe('RIEN_A_RENDRE')
    expect(dit({ bilan: null })).toBe('RIEN_A_RENDRE')
    expect(dit({ accord: { ...accord, reprenable: true } })).toBe('RIEN_A_RENDRE')
    expect(dit({}, '2027-06-09')).toBe('RIEN_A_RENDRE')
    const recu = { ...base.bilan, recuLe: today }
    expect(dit({ bilan: recu })).toBe('DEJA_RENDU')
    expect(dit({ bilan: { ...recu, verdict: 'CONFORME' } })).toBe('DEJA_RENDU')
    expect(dit({ bilan: { ...recu, verdict: 'A_COMPLETER' } })).toBe(today)
  })

  test('with the compte rendu financier, and no locked file', () => {
    const un = { code: 'COMPTE_RENDU_FINANCIER', nomFichier: 'crf.pdf', analyse: 'NON_ANALYSE' } as const
    const autre = { code: 'AUTRE_DU_BILAN', nomFichier: 'photo.jpg', analyse: 'INFECTE' } as const
    expect(verifierFichiersDuBilan([])).toEqual({ ok: false, reason: 'SANS_COMPTE_RENDU' })
    expect(verifierFichiersDuBilan([un])).toEqual({ ok: true })
    expect(verifierFichiersDuBilan([un, autre])).toEqual({
      ...{ ok: false, reason: 'FICHIER_INFECTE', detail: 'photo.jpg' },
    })
  })
})
