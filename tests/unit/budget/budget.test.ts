import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetLu } from '#domain/budget/budget'
import { controler } from '#domain/budget/controles'
import { calculer } from '#domain/budget/lecture/formule'
import { lettresDe, positionDe, type Cellule, type Classeur, type Feuille } from '#domain/budget/lecture/grille'
import { somme } from '#domain/budget/montant'
import { estDuDepartement, totauxDe } from '#domain/budget/totaux'
import { DEPARTEMENT, ligne, unBudget } from '#support/budget-lu'

/** Lists of amounts for each side, made to balance by the Département's line, in any order. */
const budgetEquilibre = fc
  .array(fc.bigInt({ min: 0n, max: 10_000_000n }), { minLength: 1, maxLength: 12 })
  .chain((montants) => fc.tuple(fc.constant(montants), fc.nat({ max: 100 })))
  .chain(([montants, part]) => {
    const total = somme(montants)
    const departement = (total * BigInt(part)) / 100n
    const lignes = [
      ...montants.map((montantCents) => ligne('CHARGES', 'DETAIL', { montantCents })),
      ligne('CHARGES', 'TOTAL', { montantCents: total }),
      ligne('PRODUITS', 'DETAIL', { montantCents: departement, ...DEPARTEMENT }),
      ligne('PRODUITS', 'DETAIL', { montantCents: total - departement, code: '70' }),
      ligne('PRODUITS', 'TOTAL', { montantCents: total }),
    ]
    return fc.record({
      lignes: fc.constant(lignes),
      permutees: fc.shuffledSubarray(lignes, { minLength: lignes.length }),
      departement: fc.constant(departement),
    })
  })

const regles = (budget: BudgetLu, montantDemandeCents: bigint | null = null) =>
  controler(budget, { montantDemandeCents }).map((c) => c.regle)

describe('a budget on its figures', () => {
  test('a balanced budget is balanced whatever the order of its rows', () => {
    fc.assert(
      fc.property(budgetEquilibre, ({ lignes, permutees, departement }) => {
        const [a, b] = [unBudget(lignes), unBudget(permutees)]
        expect(totauxDe(b)).toEqual(totauxDe(a))
        const demande = departement > 0n ? departement : null
        expect(regles(b, demande)).toEqual(regles(a, demande))
        expect(regles(b, demande)).not.toContain('B01')
        expect(regles(b, demande)).not.toContain('B02')
      }),
    )
  })

  test('more than one euro taken from any line is always found', () => {
    fc.assert(
      fc.property(budgetEquilibre, fc.nat(), fc.bigInt({ min: 101n, max: 1_000_000n }), ({ lignes }, rang, ecart) => {
        const i = rang % lignes.length
        const faux = lignes.map((l, j) => (j === i ? { ...l, montantCents: (l.montantCents ?? 0n) + ecart } : l))
        expect(regles(unBudget(faux)).some((regle) => regle === 'B01' || regle === 'B02')).toBe(true)
      }),
    )
  })

  test('without a line of total, what the lines add up to is the total', () => {
    const lignes = [
      ligne('CHARGES', 'DETAIL', { montantCents: 500n }),
      ligne('PRODUITS', 'DETAIL', { montantCents: 700n, ...DEPARTEMENT }),
    ]
    expect(totauxDe(unBudget(lignes))).toMatchObject({ charges: 500n, produits: 700n, departement: 700n })
    expect(controler(unBudget(lignes), {})).toMatchObject([
      { regle: 'B01', cellule: 'Budget!A1', charges: 500n, produits: 700n },
    ])
  })

  test('one euro of difference is rounding', () => {
    const avec = (produits: bigint) => unBudget([ligne('CHARGES', 'TOTAL', { montantCents: 10_000n }), ligne('CHARGES', 'DETAIL', { montantCents: 10_000n }), ligne('PRODUITS', 'DETAIL', { montantCents: produits, ...DEPARTEMENT }), ligne('PRODUITS', 'TOTAL', { montantCents: produits })]) // prettier-ignore
    expect(regles(avec(10_100n))).toEqual([])
    expect(regles(avec(10_101n))).toEqual(['B01'])
  })
})

describe('what the campagne allows', () => {
  const budget = unBudget([
    ligne('CHARGES', 'DETAIL', { montantCents: 100_000n }),
    ligne('PRODUITS', 'DETAIL', { montantCents: 60_000n, ...DEPARTEMENT }),
    ligne('PRODUITS', 'DETAIL', { montantCents: 30_000n, code: '74com' }),
    ligne('PRODUITS', 'DETAIL', { montantCents: 10_000n, code: '74aidespriv' }),
  ])
  const avec = (attentes: Parameters<typeof controler>[1]) =>
    controler(budget, { montantDemandeCents: 60_000n, ...attentes }).filter((c) => c.gravite !== 'INFO')

  test('amount, rate and public share', () => {
    expect(avec({})).toEqual([])
    expect(avec({ montantMaxCents: 50_000n })).toMatchObject([{ regle: 'B06', gravite: 'BLOQUANT', sens: 'MAX' }])
    expect(avec({ montantMinCents: 70_000n })).toMatchObject([{ regle: 'B06', sens: 'MIN' }])
    expect(avec({ tauxMax: 0.5 })).toMatchObject([{ regle: 'B07', gravite: 'AVERTISSEMENT', taux: 0.6 }])
    expect(avec({ tauxMax: 0.5, tauxMaxBloquant: true })).toMatchObject([{ regle: 'B07', gravite: 'BLOQUANT' }])
    expect(avec({ partPubliqueMax: 0.8 })).toMatchObject([{ regle: 'B08', gravite: 'AVERTISSEMENT', part: 0.9 }])
    expect(avec({ tauxMax: 0.6, partPubliqueMax: 0.9, montantMaxCents: 60_000n, montantMinCents: 60_000n })).toEqual([])
  })
})

test.each([
  ['Département du Pas-de-Calais', '', true],
  ['Conseil départemental 62', '', true],
  ['CD 62', '', true],
  ['Département(s) : Pas-de-Calais', '74dep', true],
  ['Département', '74dep', true],
  ['Département du Nord', '74dep', false],
  ['Conseil départemental de la Somme', '', false],
  ['Département 59', '', false],
  ['Région Hauts-de-France (Nord-Pas-de-Calais)', '74region', false],
  ['Communauté de communes du Pas-de-Calais', '74epci', false],
  ['Participation des familles', '70', false],
])('« %s » %s is the Département: %s', (libelle, code, attendu) => {
  expect(estDuDepartement(ligne('PRODUITS', 'DETAIL', { libelle, code }))).toBe(attendu)
})

describe('a formula nobody calculated', () => {
  const cellules: Cellule[] = [
    { ligne: 1, colonne: 1, valeur: 10 },
    { ligne: 2, colonne: 1, valeur: '1 200,50 €' },
    { ligne: 3, colonne: 1, valeur: 'texte' },
    { ligne: 4, colonne: 1, valeur: null, formule: 'SUM(A1:A3)' },
    { ligne: 5, colonne: 1, valeur: '#REF!', erreur: true },
    { ligne: 6, colonne: 1, valeur: null, formule: 'A6+1' },
  ]
  const feuille: Feuille = {
    nom: 'Mon budget',
    visible: true,
    lignes: new Map(cellules.map((c) => [c.ligne, new Map([[c.colonne, c]])])),
    lignesMasquees: new Set(),
    colonnesMasquees: new Set(),
  }
  const classeur: Classeur = { feuilles: [feuille], noms: new Map() }

  test.each([
    ['A1', 10],
    ['$A$1*2-3', 17],
    ['SUM(A1:A3)', 1210.5],
    ['A4/2', 605.25],
    ["'Mon budget'!A1+SUM(1,2,A1)", 23],
    ['PRODUCT(24,50)', 1200],
    ['PRODUCT(2,B90:B95)', 2],
    ['-(A1+5)', -15],
    ['A9', 0],
    ['A5+1', null],
    ['A6', null],
    ['1/0', null],
    ['IF(A1>0,1,2)', null],
    ['Ailleurs!A1', null],
    ['SUM(A1:XFD1048576)', null],
    ['(A1', null],
    ['', null],
  ])('%s gives %s', (formule, attendu) => {
    expect(calculer(classeur, feuille, formule)).toBe(attendu)
  })
})

test('columns have letters', () => {
  expect([1, 26, 27, 702, 703].map(lettresDe)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  expect(positionDe('$AB$12')).toEqual({ ligne: 12, colonne: 28 })
  expect(['A0', 'XFE1', 'A1048577', '1A', ''].map(positionDe)).toEqual([null, null, null, null, null])
})
