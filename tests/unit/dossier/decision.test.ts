import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conventionRequise,
  decider,
  empechements,
  type DecisionDemandee,
  type DossierADecider,
} from '#domain/dossier/decision'
import { ETATS } from '#domain/dossier/etat'
import { desBloquants } from '#support/bloquants'
import { VOTE } from '#support/vote'

const now = new Date('2025-09-15T10:00:00Z')

const unDossier = (plus: Partial<DossierADecider> = {}): DossierADecider => ({
  etat: 'EN_INSTRUCTION',
  montantDemandeCents: 500_000n,
  bloquants: desBloquants(),
  completude: { complet: true },
  signalements: [],
  montantMaxCents: null,
  resteEnveloppeCents: null,
  inscription: null,
  voteRouvert: null,
  ...plus,
})
const accorder = (montantCents: bigint): DecisionDemandee => ({
  acte: 'accorder',
  montantCents,
  precision: 'Les repas ne sont pas retenus.',
  vote: VOTE,
})
const refuser = (motif: string, precision: string): DecisionDemandee => ({
  acte: 'refuser',
  motif,
  precision,
  vote: VOTE,
})

describe('accorder', () => {
  test('all that was asked is a grant, less is a partial grant', () => {
    expect(decider(unDossier(), accorder(500_000n), now)).toEqual({
      ok: true,
      value: {
        nature: 'ACCORDE',
        vote: VOTE,
        montantCents: 500_000n,
        motif: null,
        precision: 'Les repas ne sont pas retenus.',
        avecCourriel: true,
        priseLe: now,
      },
    })
    expect(decider(unDossier(), accorder(499_999n), now)).toMatchObject({
      ok: true,
      value: { nature: 'ACCORDE_PARTIEL' },
    })
    const muet = { acte: 'accorder', montantCents: 499_999n, precision: ' trop ', vote: VOTE } as const
    expect(decider(unDossier(), muet, now)).toEqual({ ok: false, reason: 'PRECISION_TROP_COURTE' })
    expect(decider(unDossier(), { ...muet, montantCents: 500_000n }, now).ok).toBe(true)
  })

  test.each([
    [0n, {}, 'MONTANT_NUL'],
    [-100n, {}, 'MONTANT_NUL'],
    [500_001n, {}, 'MONTANT_SUPERIEUR_AU_DEMANDE'],
    [400_001n, { montantMaxCents: 400_000n }, 'MONTANT_SUPERIEUR_AU_PLAFOND'],
    [300_001n, { resteEnveloppeCents: 300_000n }, 'ENVELOPPE_DEPASSEE'],
    [300_000n, { etat: 'DEPOSE' }, 'PAS_ENCORE_COMPLET'],
    [300_000n, { etat: 'INCOMPLET' }, 'PAS_ENCORE_COMPLET'],
    [300_000n, { etat: 'BROUILLON' }, 'PAS_ENCORE_DEPOSE'],
    [300_000n, { etat: 'REFUSE' }, 'DECISION_DEJA_PRISE'],
  ] as const)('%s cents on %o: %s', (montant, plus, reason) => {
    expect(decider(unDossier(plus), accorder(montant), now)).toEqual({ ok: false, reason })
  })

  test('the ceiling and the enveloppe themselves may be reached', () => {
    expect(
      decider(unDossier({ montantMaxCents: 400_000n, resteEnveloppeCents: 400_000n }), accorder(400_000n), now).ok,
    ).toBe(true)
  })
})

describe('refuser', () => {
  test('a ground of the list and words', () => {
    expect(
      decider(unDossier({ etat: 'DEPOSE' }), refuser('HORS_DELAI', 'Déposé le 20 juin, après la date limite.'), now),
    ).toEqual({
      ok: true,
      value: {
        nature: 'REFUSE',
        vote: VOTE,
        montantCents: null,
        motif: 'HORS_DELAI',
        precision: 'Déposé le 20 juin, après la date limite.',
        avecCourriel: true,
        priseLe: now,
      },
    })
  })

  test('no ground, or no words, no refusal', () => {
    expect(decider(unDossier(), refuser('PARCE_QUE', 'Une raison assez longue.'), now)).toEqual({
      ok: false,
      reason: 'MOTIF_INCONNU',
    })
    expect(decider(unDossier(), refuser('HORS_DELAI', ' trop tard '), now)).toEqual({
      ok: false,
      reason: 'PRECISION_TROP_COURTE',
    })
  })
})

describe('classer sans suite', () => {
  test('asks for words only where the list does not say enough', () => {
    expect(
      decider(unDossier(), { acte: 'classerSansSuite', motif: 'DEPOSE_EN_DOUBLE', prevenir: false }, now),
    ).toMatchObject({
      ok: true,
      value: { nature: 'SANS_SUITE', motif: 'DEPOSE_EN_DOUBLE', avecCourriel: false },
    })
    expect(decider(unDossier(), { acte: 'classerSansSuite', motif: 'AUTRE', prevenir: true }, now)).toEqual({
      ok: false,
      reason: 'PRECISION_TROP_COURTE',
    })
    expect(decider(unDossier(), { acte: 'classerSansSuite', motif: 'HORS_DELAI', prevenir: true }, now)).toEqual({
      ok: false,
      reason: 'MOTIF_INCONNU',
    })
  })
})

describe('déclarer irrecevable', () => {
  const signalements = [{ regle: 'HORS_DELAI' }, { regle: 'PAYS' }] as const

  test('rests on what was signalled, with words', () => {
    const precision = 'Déposé le 20 juin, après la date limite.'
    expect(decider(unDossier({ signalements }), { acte: 'declarerHorsDelai', precision }, now)).toMatchObject({
      ok: true,
      value: { nature: 'HORS_DELAI', motif: 'HORS_DELAI', avecCourriel: true },
    })
    expect(
      decider(unDossier({ signalements }), { acte: 'declarerIneligible', motif: 'PAYS', precision }, now),
    ).toMatchObject({
      ok: true,
      value: { nature: 'INELIGIBLE', motif: 'PAYS' },
    })
    for (const motif of ['GENRE', 'HORS_DELAI'])
      expect(decider(unDossier({ signalements }), { acte: 'declarerIneligible', motif, precision }, now)).toMatchObject(
        {
          reason: 'MOTIF_INCONNU',
        },
      )
    expect(decider(unDossier(), { acte: 'declarerHorsDelai', precision }, now)).toMatchObject({
      reason: 'RIEN_A_SIGNALER',
    })
    expect(decider(unDossier({ signalements }), { acte: 'declarerHorsDelai', precision: ' non ' }, now)).toMatchObject({
      reason: 'PRECISION_TROP_COURTE',
    })
  })
})

describe('retirer', () => {
  test('says how the demandeur gave it up, and whether they are told', () => {
    const voulue = { acte: 'retirer', precision: 'Courriel du 12 septembre.', prevenir: true } as const
    expect(decider(unDossier({ etat: 'DEPOSE' }), voulue, now)).toMatchObject({
      ok: true,
      value: { nature: 'RETIRE', motif: null, avecCourriel: true },
    })
    expect(decider(unDossier(), { ...voulue, precision: ' non ' }, now)).toEqual({
      ok: false,
      reason: 'PRECISION_TROP_COURTE',
    })
  })
})

describe('what stands in the way', () => {
  const deverrouillages = [{ refermeLe: null, echeance: new Date('2025-09-20T21:59:59.999Z') }]

  test('nothing is decided while the demandeur is writing', () => {
    const dossier = unDossier({ bloquants: desBloquants({ deverrouillages }, { now }) })
    const closed = { reason: 'DEVERROUILLAGE_OUVERT' }
    expect(empechements(dossier)).toEqual({
      accorder: closed,
      refuser: closed,
      declarerHorsDelai: closed,
      declarerIneligible: closed,
      classerSansSuite: closed,
      retirer: closed,
    })
    expect(decider(dossier, accorder(100n), now)).toEqual({ ok: false, reason: 'DEVERROUILLAGE_OUVERT' })
    const apres = new Date('2025-09-21T08:00:00Z')
    const referme = unDossier({ bloquants: desBloquants({ deverrouillages }, { now: apres }) })
    expect(decider(referme, accorder(100n), apres).ok).toBe(true)
  })

  test('an incomplete dossier may be refused, not granted', () => {
    expect(empechements(unDossier({ etat: 'INCOMPLET' }))).toEqual({
      accorder: { reason: 'PAS_ENCORE_COMPLET' },
      refuser: null,
      declarerHorsDelai: { reason: 'RIEN_A_SIGNALER' },
      declarerIneligible: { reason: 'RIEN_A_SIGNALER' },
      classerSansSuite: null,
      retirer: null,
    })
  })

  test('an act shown as open is never refused for its state, and one shown as closed is always refused', () => {
    const voulues: DecisionDemandee[] = [
      accorder(100n),
      refuser('CREDITS_EPUISES', 'L’enveloppe est consommée.'),
      { acte: 'classerSansSuite', motif: 'REJET_IMPLICITE', prevenir: true },
      { acte: 'retirer', precision: 'Dit par téléphone ce matin.', prevenir: false },
    ]
    fc.assert(
      fc.property(fc.constantFrom(...ETATS), fc.boolean(), fc.constantFrom(...voulues), (etat, ouvert, voulue) => {
        const dossier = unDossier({
          etat,
          bloquants: desBloquants({ deverrouillages: ouvert ? deverrouillages : [] }, { now }),
        })
        expect(decider(dossier, voulue, now).ok).toBe(empechements(dossier)[voulue.acte] === null)
      }),
    )
  })
})

test('a convention is owed strictly above the threshold of the year, to a body of private law only, by a grant', () => {
  const seuilCents = 2_300_000n
  const prive = { droitPrive: true, autresCents: 0n, seuilCents }
  expect(conventionRequise({ ...prive, montantCents: 2_300_000n })).toBe(false)
  expect(conventionRequise({ ...prive, montantCents: 2_300_001n })).toBe(true)
  expect(conventionRequise({ ...prive, droitPrive: false, montantCents: 9_000_000n })).toBe(false)
  expect(conventionRequise({ ...prive, montantCents: 300_000n, autresCents: 2_000_000n })).toBe(false)
  expect(conventionRequise({ ...prive, montantCents: 300_001n, autresCents: 2_000_000n })).toBe(true)
  expect(conventionRequise({ ...prive, montantCents: 0n, autresCents: 9_000_000n })).toBe(false)
})
