import { describe, expect, test } from 'vitest'
import { actesPossibles, EN_COURS, estArrete, estDecide, ETATS, suite } from '#domain/dossier/etat'
import { examiner, suitePreProjet } from '#domain/pre-projet/etat'

/** What was put to the vote waits for the délibération: nothing else is done of it. */
const EN_MAIN = EN_COURS.filter((etat) => !estArrete(etat))

describe('the life of a dossier', () => {
  test('EN_COURS is exactly what is deposited and not decided', () => {
    expect(ETATS.filter((etat) => etat !== 'BROUILLON' && !estDecide(etat))).toEqual([...EN_COURS])
  })

  test('a dossier is granted only once complete', () => {
    expect(ETATS.filter((etat) => suite(etat, 'accorder'))).toEqual(['COMPLET', 'EN_INSTRUCTION'])
    expect(ETATS.filter((etat) => suite(etat, 'accorderPartiellement'))).toEqual(['COMPLET', 'EN_INSTRUCTION'])
  })

  test('a dossier may be refused or closed as soon as it is deposited, never as a draft', () => {
    expect(ETATS.filter((etat) => suite(etat, 'refuser'))).toEqual(EN_MAIN)
    expect(ETATS.filter((etat) => suite(etat, 'classerSansSuite'))).toEqual(EN_MAIN)
    for (const acte of ['retirer', 'declarerHorsDelai', 'declarerIneligible'] as const)
      expect(ETATS.filter((etat) => suite(etat, acte))).toEqual(EN_MAIN)
  })

  test('a vote is taken back or notified, and nothing else', () => {
    expect(actesPossibles('VOTE')).toEqual([
      'reprendreVote',
      'notifierAccord',
      'notifierAccordPartiel',
      'notifierRefus',
    ])
    expect(ETATS.filter((etat) => suite(etat, 'voter'))).toEqual(['COMPLET', 'EN_INSTRUCTION'])
  })

  test('nothing follows a decision but its reopening', () => {
    expect(ETATS.filter(estDecide)).toEqual([
      'ACCORDE',
      'ACCORDE_PARTIEL',
      'REFUSE',
      'SANS_SUITE',
      'DECIDE_AILLEURS',
      'REJET_IMPLICITE',
      'RETIRE',
      'HORS_DELAI',
      'INELIGIBLE',
    ])
    expect(actesPossibles('REFUSE')).toEqual(['rouvrir'])
    expect(suite('ACCORDE', 'refuser')).toBeUndefined()
  })

  test('what was said elsewhere is written down on any dossier still in hand, and on nothing else', () => {
    expect(ETATS.filter((etat) => suite(etat, 'constaterDecisionAilleurs'))).toEqual(EN_MAIN)
    expect(ETATS.filter((etat) => suite(etat, 'constaterRejetImplicite'))).toEqual(EN_MAIN)
  })

  test('a complete dossier may become incomplete again', () => {
    expect(suite('COMPLET', 'declarerIncomplet')).toBe('INCOMPLET')
    expect(suite('INCOMPLET', 'declarerComplet')).toBe('COMPLET')
  })

  test('compléments asked during the instruction come back to it; only what was complete is looked at again', () => {
    expect(suite('EN_INSTRUCTION', 'declarerIncomplet')).toBe('INCOMPLET')
    expect(suite('INCOMPLET', 'reprendreInstruction')).toBe('EN_INSTRUCTION')
    expect(ETATS.filter((etat) => suite(etat, 'recontroler'))).toEqual(['COMPLET'])
  })
})

describe('the life of a fiche pré-projet', () => {
  test('a favourable avis needs no words, the others do', () => {
    expect(examiner({ etat: 'A_TRAITER' }, { avis: 'FAVORABLE', texte: '' })).toEqual({
      ok: true,
      value: { etat: 'AVIS_RENDU', avis: 'FAVORABLE', texte: '' },
    })
    expect(examiner({ etat: 'A_TRAITER' }, { avis: 'DEFAVORABLE', texte: 'non' })).toEqual({
      ok: false,
      reason: 'AVIS_TROP_COURT',
    })
  })

  test('a fiche sent back comes back to be examined with its new version', () => {
    const renvoi = examiner(
      { etat: 'A_TRAITER' },
      { avis: 'A_RETRAVAILLER', texte: 'Précisez le budget des transports.' },
    )
    expect(renvoi).toMatchObject({ ok: true, value: { etat: 'A_RETRAVAILLER' } })
    expect(suitePreProjet('A_RETRAVAILLER', 'recevoirVersion')).toBe('A_TRAITER')
  })

  test('a closed fiche is not examined', () => {
    expect(examiner({ etat: 'CLOS' }, { avis: 'FAVORABLE', texte: '' })).toEqual({ ok: false, reason: 'FICHE_CLOSE' })
  })
})
