import fc from 'fast-check'
import { expect, test } from 'vitest'
import { somme } from '#domain/budget/montant'
import {
  auProrata,
  type LigneARepartir,
  type RegleDeRepartition,
  REGLES_DE_REPARTITION,
  repartir,
} from '#domain/simulation/repartition'
import { agreger, lireFixes, lireScenario } from '#domain/simulation/scenario'

const lignes = (...demandes: bigint[]): LigneARepartir[] =>
  demandes.map((demandeCents, rang) => ({ id: `d${rang}`, demandeCents, jeunes: rang + 1, score: null }))

const parts = (regle: RegleDeRepartition, enveloppeCents: bigint, demandes: bigint[], fixes = {}) =>
  repartir(lignes(...demandes), { regle, enveloppeCents, plafondParJeuneCents: 10_000n, fixes })

test('each rule, by an example', () => {
  expect(auProrata(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
  expect(auProrata(100n, [1n, 2n, 4n])).toEqual([14n, 29n, 57n])
  expect(parts('PRORATA', 60_000n, [20_000n, 40_000n, 60_000n])).toEqual([10_000n, 20_000n, 30_000n])
  expect(parts('PARTS_EGALES', 50_001n, [10_000n, 30_000n, 60_000n])).toEqual([10_000n, 20_001n, 20_000n])
  expect(parts('PLAFOND_PAR_JEUNE', 100_000n, [20_000n, 40_000n, 60_000n])).toEqual([10_000n, 20_000n, 30_000n])
  expect(parts('PLAFOND_PAR_JEUNE', 30_000n, [20_000n, 40_000n, 60_000n])).toEqual([5_000n, 10_000n, 15_000n])
  expect(parts('PRIORITE', 50_000n, [20_000n, 40_000n, 60_000n])).toEqual([20_000n, 30_000n, 0n])
  expect(parts('MAIN', 50_000n, [20_000n, 40_000n], { d1: 12_345n })).toEqual([0n, 12_345n])
  expect(parts('PRORATA', 60_000n, [20_000n, 40_000n, 60_000n], { d2: 0n })).toEqual([20_000n, 40_000n, 0n])
})

const scenario = fc.record({
  demandes: fc.array(
    fc.record({
      demandeCents: fc.bigInt({ min: 0n, max: 5_000_000n }),
      jeunes: fc.option(fc.nat(80)),
      score: fc.option(fc.nat(2_000)),
    }),
    { maxLength: 40 },
  ),
  regle: fc.constantFrom(...REGLES_DE_REPARTITION),
  enveloppeCents: fc.bigInt({ min: 0n, max: 100_000_000n }),
  plafondParJeuneCents: fc.bigInt({ min: 0n, max: 100_000n }),
  mains: fc.array(fc.tuple(fc.nat(39), fc.bigInt({ min: 0n, max: 6_000_000n })), { maxLength: 5 }),
})

const monte = ({ demandes, mains, ...reste }: typeof scenario extends fc.Arbitrary<infer T> ? T : never) => ({
  lignes: demandes.map((une, rang) => ({ ...une, id: `d${rang}` })),
  repartition: { ...reste, fixes: Object.fromEntries(mains.map(([rang, cents]) => [`d${rang}`, cents])) },
})

test('never above what was asked; in all the enveloppe to the cent, or all that may be given; the same again', () => {
  fc.assert(
    fc.property(scenario, (tire) => {
      const { lignes: siennes, repartition } = monte(tire)
      const donnes = repartir(siennes, repartition)
      for (const [rang, { demandeCents }] of siennes.entries())
        expect(donnes[rang] ?? -1n).toSatisfy((part: bigint) => part >= 0n && part <= demandeCents)
      const { regle, enveloppeCents, plafondParJeuneCents, fixes } = repartition
      const plafond = ({ id, demandeCents, jeunes }: LigneARepartir) => {
        const fixe = fixes[id]
        if (fixe !== undefined) return fixe < demandeCents ? fixe : demandeCents
        if (regle === 'MAIN') return 0n
        const parJeune = plafondParJeuneCents * BigInt(jeunes ?? 0)
        return regle === 'PLAFOND_PAR_JEUNE' && parJeune < demandeCents ? parJeune : demandeCents
      }
      const aLaMain = somme(siennes.filter(({ id }) => id in fixes).map(plafond))
      const possible = somme(siennes.map(plafond))
      const attendu = enveloppeCents < aLaMain ? aLaMain : enveloppeCents < possible ? enveloppeCents : possible
      expect(somme(donnes)).toBe(attendu)
      expect(repartir(siennes, repartition)).toEqual(donnes)
    }),
    { numRuns: 2_000 },
  )
})

test('a larger enveloppe gives no less in all, and takes from nobody more than one cent', () => {
  fc.assert(
    fc.property(scenario, fc.bigInt({ min: 0n, max: 1_000_000n }), (tire, plus) => {
      const { lignes: siennes, repartition } = monte(tire)
      const avant = repartir(siennes, repartition)
      const apres = repartir(siennes, { ...repartition, enveloppeCents: repartition.enveloppeCents + plus })
      expect(somme(apres)).toBeGreaterThanOrEqual(somme(avant))
      const cent = repartition.regle === 'PRORATA' || repartition.regle === 'PLAFOND_PAR_JEUNE' ? 1n : 0n
      for (const [rang, part] of avant.entries()) expect((apres[rang] ?? 0n) + cent).toBeGreaterThanOrEqual(part)
    }),
    { numRuns: 2_000 },
  )
})

test('what is typed is read, or says which dossier stops it', () => {
  expect(lireScenario({ regle: 'PRORATA', enveloppe: '50 000', plafondParJeune: '' })).toMatchObject({
    value: { enveloppeCents: 5_000_000n },
  })
  const refus = (saisie: Partial<Parameters<typeof lireScenario>[0]>) =>
    lireScenario({ regle: 'PRORATA', enveloppe: '1', plafondParJeune: '', ...saisie })
  expect(refus({ regle: 'X' })).toMatchObject({ reason: 'REGLE_INCONNUE' })
  expect(refus({ enveloppe: '-3' })).toMatchObject({ reason: 'ENVELOPPE_ILLISIBLE' })
  expect(refus({ regle: 'PLAFOND_PAR_JEUNE' })).toMatchObject({ reason: 'PLAFOND_ILLISIBLE' })
  const ligne = { id: 'a', numero: '2026-1', demandeCents: 100_000n }
  expect(lireFixes([{ ...ligne, saisie: '' }, { ...ligne, id: 'b', saisie: '0' }])).toMatchObject({ value: { b: 0n } }) // prettier-ignore
  expect(lireFixes([{ ...ligne, saisie: 'mille' }])).toMatchObject({ reason: 'MONTANT_ILLISIBLE', detail: '2026-1' })
  expect(lireFixes([{ ...ligne, saisie: '1000,01' }])).toMatchObject({ reason: 'MONTANT_SUPERIEUR_AU_DEMANDE' })
})

test('sums by kind are those of the lines', () => {
  const une = { cle: 'association', jeunes: 10, demandeCents: 100n, parts: [50n, 0n] }
  expect(agreger([une, { ...une, cle: 'commune', demandeCents: 500n }, { ...une, jeunes: null }])).toEqual([
    { cle: 'commune', n: 1, jeunes: 10, demandeCents: 500n, parts: [50n, 0n] },
    { cle: 'association', n: 2, jeunes: 10, demandeCents: 200n, parts: [100n, 0n] },
  ])
})
