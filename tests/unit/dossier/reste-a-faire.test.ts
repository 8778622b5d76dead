import { describe, expect, test } from 'vitest'
import { desBloquants } from '#support/bloquants'
import { type DossierAFaire, resteAFaire, suiteProbable } from '#domain/dossier/reste-a-faire'

const COMPLET = { manquantes: [], aControler: [], nonConformes: [], satisfaites: ['RIB'], complet: true }
const INCOMPLET = { ...COMPLET, manquantes: ['LETTRE'], complet: false }
const A_CONTROLER = { ...COMPLET, aControler: ['RIB', 'LETTRE'], complet: false }

const BUDGET_ILLISIBLE = desBloquants({ budget: { versionId: 'v', etat: 'ILLISIBLE', motif: 'est un texte.' } })

const ATTENDUS = { limite: '2025-06-03', depasses: false }

const unDossier = (change: Partial<DossierAFaire> = {}): DossierAFaire => ({
  etat: 'DEPOSE',
  agentId: 'agent',
  completude: COMPLET,
  complements: null,
  piecesAReconnaitre: 0,
  piecesSignalees: [],
  modificationAExaminer: false,
  demandesEnAttente: 0,
  nonRemis: [],
  parCourrierDepuis: null,
  decisionARelire: false,
  anomalies: 0,
  bloquants: desBloquants(),
  ...change,
})

describe('what is left to do', () => {
  test('is nothing on a complete, followed dossier, on a draft and after the decision', () => {
    expect(resteAFaire(unDossier())).toEqual([])
    for (const etat of ['BROUILLON', 'ACCORDE', 'REFUSE', 'SANS_SUITE'] as const) {
      expect(resteAFaire(unDossier({ etat, completude: INCOMPLET, anomalies: 3, agentId: null }))).toEqual([])
    }
  })

  test('is a mail that came back, first and whatever the state: a decided dossier too has somebody to tell', () => {
    const nonRemis = [{ id: 'c1', sujet: 'Votre demande est accordée' }]
    const ligne = { quoi: 'COURRIEL_NON_REMIS', courrielId: 'c1', sujet: 'Votre demande est accordée' }
    for (const etat of ['DEPOSE', 'ACCORDE'] as const)
      expect(resteAFaire(unDossier({ etat, nonRemis, demandesEnAttente: 1 }))[0]).toEqual(ligne)
  })

  test('puts the demandeur first, then what blocks, then what is to be looked at, then what is to be known', () => {
    const tout = unDossier({
      completude: { ...A_CONTROLER, manquantes: ['LETTRE'], nonConformes: ['STATUTS'] },
      demandesEnAttente: 1,
      piecesAReconnaitre: 1,
      anomalies: 1,
      agentId: null,
    })
    expect(resteAFaire(tout).map(({ quoi }) => quoi)).toEqual([
      'DEMANDE_DEVERROUILLAGE',
      'PIECE_ABSENTE',
      'PIECE_NON_CONFORME',
      'PIECES_A_RECONNAITRE',
      'PIECES_A_CONTROLER',
      'ANOMALIES',
      'PERSONNE_NE_SUIT',
    ])
  })

  test('says when a dossier declared complete no longer is, when a decision is awaited', () => {
    expect(resteAFaire(unDossier({ etat: 'COMPLET', completude: INCOMPLET }))[0]).toEqual({ quoi: 'COMPLET_A_REVOIR' })
    expect(resteAFaire(unDossier({ etat: 'EN_INSTRUCTION' }))).toEqual([{ quoi: 'DECISION_ATTENDUE' }])
  })
})

test('what was asked is awaited, and blocks once its last day has passed', () => {
  expect(resteAFaire(unDossier({ etat: 'INCOMPLET', complements: ATTENDUS }))).toEqual([
    { quoi: 'COMPLEMENTS_ATTENDUS', limite: '2025-06-03' },
  ])
  const passe = unDossier({ completude: INCOMPLET, complements: { ...ATTENDUS, depasses: true } })
  expect(resteAFaire(passe).map(({ quoi }) => quoi)).toEqual(['COMPLEMENTS_DEPASSES', 'PIECE_ABSENTE'])
})

describe('the main button', () => {
  test.each([
    [{ completude: A_CONTROLER }, 'controlerLesPieces'],
    [{ completude: COMPLET }, 'declarerComplet'],
    [{ completude: INCOMPLET }, 'demanderComplements'],
    [{ etat: 'INCOMPLET', completude: INCOMPLET }, 'demanderComplements'],
    [{ etat: 'INCOMPLET', completude: INCOMPLET, complements: ATTENDUS }, 'suivreComplements'],
    [{ etat: 'COMPLET' }, 'instruire'],
    [{ etat: 'COMPLET', completude: INCOMPLET }, 'demanderComplements'],
    [{ etat: 'EN_INSTRUCTION' }, 'decider'],
    [{ bloquants: BUDGET_ILLISIBLE }, 'leverCeQuiBloque'],
    [{ etat: 'COMPLET', bloquants: BUDGET_ILLISIBLE }, 'leverCeQuiBloque'],
    [{ etat: 'EN_INSTRUCTION', bloquants: BUDGET_ILLISIBLE }, 'leverCeQuiBloque'],
    [{ etat: 'EN_INSTRUCTION', completude: A_CONTROLER }, 'controlerLesPieces'],
    [{ etat: 'INCOMPLET', demandesEnAttente: 1 }, 'repondreALaDemande'],
    [{ etat: 'ACCORDE' }, null],
    [{ etat: 'BROUILLON' }, null],
  ] as const)('on %o is %s', (change, suite) => {
    expect(suiteProbable(unDossier(change), false)).toBe(suite)
  })

  test('while the demandeur writes, nothing is answered nor declared', () => {
    expect(suiteProbable(unDossier({ demandesEnAttente: 1 }), true)).toBe('controlerLesPieces')
    expect(suiteProbable(unDossier({ completude: COMPLET }), true)).toBe('controlerLesPieces')
  })
})
