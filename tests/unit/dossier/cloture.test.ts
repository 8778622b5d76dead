import { expect, test } from 'vitest'
import { changerCampagne } from '#domain/dossier/changement-campagne'
import { constater, CONSTATS, type DossierAConstater } from '#domain/dossier/constat'
import { estArrete, ETATS } from '#domain/dossier/etat'

/** Deposited on 3 April 2024, so rejected by silence on 3 June: the day after, it may be closed. */
const echu: DossierAConstater = {
  etat: 'DEPOSE',
  deposeLe: '2024-04-03',
  suspensions: [],
  deverrouillages: [],
  modifications: [],
}
const NOW = new Date('2024-06-04T08:00:00Z')

test.each(CONSTATS)(
  '%s closes what silence has rejected, from the day after, unless the demandeur writes or has written',
  (constat) => {
    const dire = (change: Partial<DossierAConstater> = {}, today = '2024-06-04') => {
      const answer = constater({ ...echu, ...change }, constat, { now: NOW, today })
      return answer.ok ? answer.value : answer.reason
    }
    const fin = constat === 'constaterRejetImplicite' ? 'REJET_IMPLICITE' : 'DECIDE_AILLEURS'
    for (const etat of ETATS) {
      const attendu = etat === 'BROUILLON' ? 'PAS_ENCORE_DEPOSE' : estArrete(etat) ? 'DECISION_DEJA_PRISE' : fin
      expect(dire({ etat })).toBe(attendu)
    }
    expect(dire({ deposeLe: null })).toBe('PAS_ENCORE_DEPOSE')
    expect(dire({}, '2024-06-03')).toBe('DELAI_NON_ECHU')
    const suspension = { du: '2024-04-24', limite: '2024-05-15', leveeLe: '2024-05-10' }
    expect(dire({ suspensions: [suspension] })).toBe('DELAI_NON_ECHU')
    expect(dire({ suspensions: [suspension] }, '2024-06-20')).toBe(fin)
    const [hier, demain] = [new Date(NOW.getTime() - 1), new Date(NOW.getTime() + 1)]
    expect(dire({ deverrouillages: [{ echeance: demain, refermeLe: null }] })).toBe('DEVERROUILLAGE_OUVERT')
    expect(dire({ deverrouillages: [{ echeance: demain, refermeLe: hier }] })).toBe(fin)
    expect(dire({ modifications: [{}] })).toBe('MODIFICATION_A_EXAMINER')
  },
)

test('a dossier changes campagne while it is deposited and not decided, for a reason, and for another one that exists', () => {
  const vers = { id: 'autre', etat: 'OUVERTE' as const }
  const changer = (dossier = {}, voulu = {}) => {
    const answer = changerCampagne(
      { etat: 'DEPOSE', campagneId: 'une', ...dossier },
      { vers, motif: 'Projet de l’an prochain.', ...voulu },
    )
    return answer.ok ? answer.value : answer.reason
  }
  for (const etat of ETATS) {
    const attendu = etat === 'BROUILLON' ? 'PAS_ENCORE_DEPOSE' : estArrete(etat) ? 'DECISION_DEJA_PRISE' : vers
    expect(changer({ etat })).toBe(attendu)
  }
  expect(changer({}, { vers: null })).toBe('CAMPAGNE_INCONNUE')
  expect(changer({ campagneId: 'autre' })).toBe('CAMPAGNE_INCHANGEE')
  expect(changer({}, { vers: { ...vers, etat: 'FERMEE' } })).toMatchObject({ id: 'autre' })
  for (const etat of ['EN_PREPARATION', 'ARCHIVEE'])
    expect(changer({}, { vers: { ...vers, etat } })).toBe('CAMPAGNE_SANS_DOSSIERS')
  expect(changer({}, { motif: '     court     ' })).toBe('MOTIF_TROP_COURT')
})
