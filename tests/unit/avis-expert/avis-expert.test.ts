import { describe, expect, test } from 'vitest'
import {
  AVIS_PAR_DOSSIER,
  demanderAvis,
  etatDuLien,
  prolongerAvis,
  rappelDAvisDu,
  rendreAvis,
  revoquerAvis,
} from '#domain/avis-expert/avis-expert'
import { ETATS } from '#domain/dossier/etat'

const TODAY = '2026-06-01'
const SAISIE = {
  ...{ prenom: ' Odile ', nom: 'Vasseur', courriel: 'odile.vasseur@exemple.test', confidentiel: false },
  ...{ question: 'Ce partenaire est-il fiable ?', jusquAu: '2026-06-16' },
}
const LIEN = { revoqueLe: null, jusquAu: '2026-06-16', etat: 'EN_INSTRUCTION' } as const
const dit = <T, R extends string>(answer: { ok: true; value: T } | { ok: false; reason: R }) =>
  answer.ok ? answer.value : answer.reason

describe('an avis of somebody outside', () => {
  const demander = (change: Partial<typeof SAISIE> = {}, demandes = 0) =>
    dit(demanderAvis({ etat: 'COMPLET', demandes }, { ...SAISIE, ...change }, TODAY))

  test('is asked of a dossier that is deposited and neither voted nor decided', () => {
    const ouverts = ETATS.filter((etat) => demanderAvis({ etat, demandes: 0 }, SAISIE, TODAY).ok)
    expect(ouverts.sort()).toEqual(['COMPLET', 'DEPOSE', 'EN_INSTRUCTION', 'INCOMPLET'])
    expect(ETATS.filter((etat) => etatDuLien({ ...LIEN, etat }, TODAY) === 'OUVERT').sort()).toEqual(ouverts)
  })

  test('names a person, an address, a question and a day', () => {
    expect(demander()).toMatchObject({ prenom: 'Odile', courriel: 'odile.vasseur@exemple.test' })
    expect(demander({ nom: ' ' })).toBe('NOM_A_DONNER')
    expect(demander({ prenom: 'a'.repeat(81) })).toBe('NOM_TROP_LONG')
    expect(demander({ courriel: 'odile' })).toBe('COURRIEL_ILLISIBLE')
    expect(demander({ courriel: 'odile@exemple.test\nBcc: autre@exemple.test' })).toBe('COURRIEL_ILLISIBLE')
    expect(demander({ question: 'Oui ?' })).toBe('QUESTION_TROP_COURTE')
    expect(demander({ question: 'a'.repeat(2_001) })).toBe('QUESTION_TROP_LONGUE')
    expect([demander({ jusquAu: '2026-05-31' }), demander({ jusquAu: TODAY })]).toMatchObject(['JOUR_PASSE', {}])
    expect([demander({ jusquAu: '2026-08-30' }), demander({ jusquAu: '2026-08-31' })]).toMatchObject([
      {},
      'JOUR_TROP_LOIN',
    ])
    expect(demander({}, AVIS_PAR_DOSSIER)).toBe('TROP_D_AVIS')
  })

  test('its link opens until its last day, included, and never once it is taken back', () => {
    expect(etatDuLien(LIEN, '2026-06-16')).toBe('OUVERT')
    expect(etatDuLien(LIEN, '2026-06-17')).toBe('EXPIRE')
    expect(etatDuLien({ ...LIEN, revoqueLe: new Date() }, TODAY)).toBe('REVOQUE')
    expect(dit(revoquerAvis({ revoqueLe: new Date() }))).toBe('REVOQUE')
    expect(dit(revoquerAvis(LIEN))).toBe(true)
  })

  test('is given until a later day, expired or not, but not once it is taken back or the dossier decided', () => {
    expect(dit(prolongerAvis(LIEN, '2026-06-17', TODAY))).toBe('2026-06-17')
    expect(dit(prolongerAvis(LIEN, '2026-07-02', '2026-07-01'))).toBe('2026-07-02')
    expect(dit(prolongerAvis(LIEN, '2026-06-16', TODAY))).toBe('JOUR_DEJA_DONNE')
    expect(dit(prolongerAvis(LIEN, '2026-06-30', '2026-07-01'))).toBe('JOUR_PASSE')
    expect(dit(prolongerAvis({ ...LIEN, revoqueLe: new Date() }, '2026-06-17', TODAY))).toBe('REVOQUE')
    expect(dit(prolongerAvis({ ...LIEN, etat: 'REFUSE' }, '2026-06-17', TODAY))).toBe('DOSSIER_FERME')
  })

  test('is explained', () => {
    const rendre = (mots: string) => dit(rendreAvis({ avis: 'RESERVE', mots }))
    expect(rendre('  Partenaire connu de nous. ')).toEqual({ avis: 'RESERVE', mots: 'Partenaire connu de nous.' })
    expect([rendre('Bien.'), rendre('a'.repeat(5_001))]).toEqual(['MOTS_TROP_COURTS', 'MOTS_TROP_LONGS'])
    expect(rendre('a'.repeat(5_000))).toMatchObject({ avis: 'RESERVE' })
  })

  test('is asked for again once, three days before the last one, of who had longer and did not answer', () => {
    const demande = { ...LIEN, demandeLe: new Date('2026-06-01T09:00:00Z'), rappeleLe: null, renduLe: null }
    const dus = ['2026-06-12', '2026-06-13', '2026-06-16', '2026-06-17'].map((jour) => rappelDAvisDu(demande, jour))
    expect(dus).toEqual([false, true, true, false])
    const tard = new Date('2026-06-13T09:00:00Z')
    for (const change of [{ rappeleLe: tard }, { renduLe: tard }, { revoqueLe: tard }, { demandeLe: tard }])
      expect(rappelDAvisDu({ ...demande, ...change }, '2026-06-14')).toBe(false)
    expect(rappelDAvisDu({ ...demande, etat: 'RETIRE' }, '2026-06-14')).toBe(false)
  })
})
