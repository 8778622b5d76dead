import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lireCritere, pointsSaisis, unCritereDePlus } from '#domain/notation/critere'
import {
  comparer,
  empechementDeLire,
  lireLecture,
  type Note,
  scoreDe,
  surVingt,
  totalDe,
  voitLesAutres,
} from '#domain/notation/lecture'
import { ordreDesScores, repartir } from '#domain/simulation/repartition'
import { direMoyenne, direScore } from '#libelles/notation/notation'

const critere = (id: string, maximum = 4) => ({
  id,
  libelle: `Critère ${id}`,
  aide: 'De rien à tout.',
  maximum,
  version: 2,
})
const saisie = (critereId: string, change = {}) => ({
  ...{ critereId, version: 2, points: '3', justification: 'Le partenaire est connu.' },
  ...change,
})
const note = (critereId: string, points: number | null, maximum = 4): Note => ({
  ...{ critereId, libelle: critereId, aide: 'De rien à tout.', maximum, points, justification: 'Parce que.' },
})

test('a critère has a name of its own, says its 0 and its maximum, and gives whole points from 1 to 100', () => {
  const un = { libelle: ' Réciprocité ', aide: 'De rien à tout.', maximum: '4' }
  expect(lireCritere(un, [])).toEqual({
    ok: true,
    value: { libelle: 'Réciprocité', aide: 'De rien à tout.', maximum: 4 },
  })
  expect(lireCritere(un, [{ libelle: 'reciprocite' }])).toMatchObject({ reason: 'LIBELLE_DEJA_PRIS' })
  expect(lireCritere({ ...un, libelle: ' ' }, [])).toMatchObject({ reason: 'LIBELLE_VIDE' })
  expect(lireCritere({ ...un, libelle: 'a'.repeat(81) }, [])).toMatchObject({ reason: 'LIBELLE_TROP_LONG' })
  expect(lireCritere({ ...un, aide: '' }, [])).toMatchObject({ reason: 'AIDE_VIDE' })
  expect(lireCritere({ ...un, aide: 'a'.repeat(501) }, [])).toMatchObject({ reason: 'AIDE_TROP_LONGUE' })
  for (const maximum of ['0', '101', '2,5', '-1', ''])
    expect(lireCritere({ ...un, maximum }, [])).toMatchObject({ reason: 'MAXIMUM_ILLISIBLE' })
  expect(unCritereDePlus(Array.from({ length: 20 }, () => ({ archive: false })))).toMatchObject({ ok: false })
  expect(unCritereDePlus(Array.from({ length: 20 }, (_, n) => ({ archive: n === 0 })))).toMatchObject({ ok: true })
})

test('points are whole and within the maximum', () => {
  expect(['0', ' 4 ', '5', '2,5', '2.5', '-1', '', 'x'].map((texte) => pointsSaisis(texte, 4))).toEqual([
    ...[0, 4, null, null, null, null, null, null],
  ])
})

test('a lecture may be kept unfinished, is rendered complete, and is read on the words that were on the page', () => {
  const offerts = [critere('a'), critere('b')]
  const lire = (change: object, rendre = true) => lireLecture(offerts, [saisie('b'), saisie('a', change)], rendre)
  expect(lire({})).toMatchObject({ ok: true, value: [{ critereId: 'a', points: 3 }, { critereId: 'b' }] })
  const a = { detail: 'Critère a' }
  expect(lire({ points: '' })).toEqual({ ok: false, reason: 'POINTS_MANQUANTS', ...a })
  expect(lire({ justification: 'Trop peu' })).toEqual({ ok: false, reason: 'JUSTIFICATION_TROP_COURTE', ...a })
  expect(lire({ points: '', justification: '' }, false)).toMatchObject({ ok: true, value: [{ points: null }, {}] })
  expect(lire({ points: '4,5' }, false)).toEqual({ ok: false, reason: 'POINTS_ILLISIBLES', ...a })
  expect(lire({ justification: 'a'.repeat(2_001) }, false)).toMatchObject({ reason: 'JUSTIFICATION_TROP_LONGUE' })
  expect(lire({ version: 1 }, false)).toMatchObject({ reason: 'GRILLE_CHANGEE' })
  expect(lireLecture(offerts, [saisie('a')], false)).toMatchObject({ reason: 'GRILLE_CHANGEE' })
  expect(lireLecture(offerts, [saisie('a'), saisie('c')], false)).toMatchObject({ reason: 'GRILLE_CHANGEE' })
  expect(lireLecture([], [], false)).toMatchObject({ reason: 'GRILLE_VIDE' })
})

test('a dossier is read while its instruction goes on; others are read after one’s own, by who decides, or once it is decided', () => {
  expect(empechementDeLire('EN_INSTRUCTION')).toBeNull()
  expect(empechementDeLire('DEPOSE')).toBe('PAS_EN_INSTRUCTION')
  expect((['VOTE', 'ACCORDE', 'REFUSE'] as const).map(empechementDeLire)).toEqual(Array(3).fill('DECISION_DEJA_PRISE'))
  const lu = { rendue: false, decide: false, etat: 'EN_INSTRUCTION' } as const
  expect(voitLesAutres(lu)).toBe(false)
  expect(voitLesAutres({ ...lu, etat: 'INCOMPLET' })).toBe(false)
  for (const change of [{ rendue: true }, { decide: true }, { etat: 'REFUSE' as const }])
    expect(voitLesAutres({ ...lu, ...change })).toBe(true)
})

const total = fc.integer({ min: 1, max: 2_000 }).chain((maximum) => fc.record({ maximum: fc.constant(maximum), points: fc.nat(maximum) })) // prettier-ignore

test('a score is between those it is the mean of, whatever the order of the readers; without a lecture there is none', () => {
  expect(scoreDe([])).toBeNull()
  expect(surVingt({ points: 9, maximum: 11 })).toBe(1_636)
  expect(scoreDe([{ points: 0, maximum: 11 }])).toBe(0)
  fc.assert(
    fc.property(fc.array(total, { minLength: 1, maxLength: 6 }), (totaux) => {
      const score = scoreDe(totaux) ?? -1
      const notes = totaux.map(surVingt)
      expect(score).toBeGreaterThanOrEqual(Math.min(...notes))
      expect(score).toBeLessThanOrEqual(Math.max(...notes))
      expect(score).toBeLessThanOrEqual(2_000)
      expect(scoreDe([...totaux].reverse())).toBe(score)
    }),
  )
  expect(totalDe([note('a', 3), note('b', null, 5)])).toEqual({ points: 3, maximum: 9 })
  expect([direScore(1_405), direMoyenne(2_000, 1), direMoyenne(0, 2)]).toEqual([
    ...['14,05 sur 20', '20,00 sur 20, une seule lecture rendue', '0,00 sur 20, moyenne de 2\u00a0lectures'],
  ])
})

test('lectures compared: a gap of a third of the maximum is marked, and each wording is a line', () => {
  const lignes = comparer([
    [note('a', 4), note('b', 3, 9)],
    [note('a', 3), note('b', 6, 9), { ...note('a', 1), libelle: 'autrement' }],
  ])
  expect(lignes).toMatchObject([
    { libelle: 'a', points: [4, 3], ecart: 1, marque: false },
    { libelle: 'b', points: [3, 6], ecart: 3, marque: true },
    { libelle: 'autrement', points: [null, 1], ecart: null, marque: false },
  ])
})

test('by score, the best is served first, and one without a score after a score of zero', () => {
  const scores = [null, 0, 1_500, 1_500]
  expect(ordreDesScores(scores.map((score) => ({ score })))).toEqual([2, 3, 1, 0])
  const lignes = scores.map((score, rang) => ({ id: `d${rang}`, demandeCents: 100n, jeunes: null, score }))
  const partage = { regle: 'SCORE', plafondParJeuneCents: 0n, fixes: {} } as const
  expect(repartir(lignes, { ...partage, enveloppeCents: 250n })).toEqual([0n, 50n, 100n, 100n])
  expect(repartir(lignes, { ...partage, enveloppeCents: 250n, fixes: { d0: 100n } })).toEqual([100n, 0n, 100n, 50n])
})
