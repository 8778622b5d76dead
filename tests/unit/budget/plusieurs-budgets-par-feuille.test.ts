import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feuillesAChoisir, lectureDeJson, lectureEnJson } from '#domain/budget/lecture/lecture-gardee'
import { totauxDe } from '#domain/budget/totaux'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { classeur, type Rangee } from './budgets-inventes'

const f = (formula: string) => ({ formula, date1904: false })
const ENTETE: Rangee = ['CHARGES', 'Montant', 'PRODUITS', 'Montant']
const table = (total: number): Rangee[] => [
  ENTETE,
  ['60 Achats', total - 100, '70 Participation des familles', total - 50],
  ['62 Déplacements', 100, '74dep Département du Pas-de-Calais', 50],
  ['TOTAL DES CHARGES', total, 'TOTAL DES PRODUITS', total],
]
const vide: Rangee[] = [
  ['Budget prévisionnel (à remplir)'],
  ENTETE,
  ['60 Achats', null, '70 Participation des familles', null],
  ['62 Déplacements', 0, '74dep Département du Pas-de-Calais', 0],
  ['TOTAL DES CHARGES', f('SUM(B1:B1)'), 'TOTAL DES PRODUITS', 0],
]
const empiles = (total: number): Rangee[] => [
  ['CHARGES', 'Montant'],
  ['60 Achats', total],
  ['TOTAL DES CHARGES', total],
  [],
  ['PRODUITS', 'Montant'],
  ['70 Familles', total - 50],
  ['74dep Département du Pas-de-Calais', 50],
  ['TOTAL DES PRODUITS', total],
]
/** Two lists of rows one beside the other, the second from column `depuis`. */
const aCote = (gauche: Rangee[], droite: Rangee[], depuis: number): Rangee[] =>
  Array.from({ length: Math.max(gauche.length, droite.length) }, (_, i) => {
    const rangee = [...(gauche[i] ?? [])]
    while (rangee.length < depuis - 1) rangee.push(null)
    return [...rangee, ...(droite[i] ?? [])]
  })
const codes = (total: number): Rangee[] => [
  ['N°', 'CHARGES', 'Montant', 'N°', 'PRODUITS', 'Montant'],
  ['60', 'Achats', total - 100, '70', 'Familles', total - 50],
  ['62', 'Déplacements', 100, '74dep', 'Département du Pas-de-Calais', 50],
  [null, 'TOTAL DES CHARGES', total, null, 'TOTAL DES PRODUITS', total],
]

const lire = async (rangees: Rangee[], feuille: string | null = null, autres: Record<string, Rangee[]> = {}) =>
  ouvrirBudget(await classeur({ Feuil1: rangees, ...autres }), 'budget.xlsx', feuille)
const charges = async (rangees: Rangee[], feuille: string | null = null) => {
  const lu = await lire(rangees, feuille)
  if (!lu.lisible) return lu.motif
  const { charges, produits, departement } = totauxDe(lu.budget)
  return [charges, produits, departement].map((cents) => Number(cents) / 100)
}

/** Two budgets of one sheet, of 1 000 € and of 2 000 €, and the names by which they are chosen. */
const DEUX: [string, Rangee[], [string, string]][] = [
  [
    'one under the other, with their titles',
    [['Budget 2025'], ...table(1000), [], ['Budget 2026'], ...table(2000)],
    ['Feuil1, Budget 2025 (A1:D5)', 'Feuil1, Budget 2026 (A7:D11)'],
  ],
  [
    'that of the project and that of the association, without a blank row',
    [['Budget du projet'], ...table(1000), ['Budget de l’association'], ...table(2000)],
    ['Feuil1, Budget du projet (A1:D5)', 'Feuil1, Budget de l’association (A6:D10)'],
  ],
  ['without a title', [...table(1000), [], ...table(2000)], ['Feuil1 (A1:D4)', 'Feuil1 (A6:D9)']],
  [
    'each with its charges above its produits',
    [['Projet Irlande'], ...empiles(1000), [], ['Projet Pologne'], ...empiles(2000)],
    ['Feuil1, Projet Irlande (A1:B9)', 'Feuil1, Projet Pologne (A11:B19)'],
  ],
  [
    'side by side, a column between',
    aCote([['Budget 2025'], ...table(1000)], [['Budget 2026'], ...table(2000)], 6),
    ['Feuil1, Budget 2025 (A1:D5)', 'Feuil1, Budget 2026 (F1:I5)'],
  ],
  [
    'side by side, codes in columns of their own, touching',
    aCote([['Budget 2025'], ...codes(1000)], [['Budget 2026'], ...codes(2000)], 7),
    ['Feuil1, Budget 2025 (A1:F5)', 'Feuil1, Budget 2026 (G1:L5)'],
  ],
  [
    'with contributions in nature under headings of their own, and a form left blank at the end',
    [
      ['Budget 2025'],
      ...table(1000),
      ['Contributions volontaires'],
      ENTETE,
      ['86 Emplois des contributions volontaires', 300, '87 Contributions volontaires', 300],
      [],
      ['Budget 2026'],
      ...table(2000),
      [],
      ...vide,
    ],
    ['Feuil1, Budget 2025 (A1:D8)', 'Feuil1, Budget 2026 (A10:D14)'],
  ],
  [
    'the first without a total',
    [['Budget 2025'], ...table(1000).slice(0, 3), ['Budget 2026'], ...table(2000)],
    ['Feuil1, Budget 2025 (A1:D4)', 'Feuil1, Budget 2026 (A5:D9)'],
  ],
]

describe.each(DEUX)('two budgets in a sheet: %s', (_, rangees, noms) => {
  test('none is read until an officer says which, and each is read alone', async () => {
    const lu = await lire(rangees)
    expect(lu).toMatchObject({ lisible: false, feuilles: noms })
    expect(!lu.lisible && lu.motif).toContain('plusieurs budgets')
    expect(lectureDeJson(lectureEnJson(lu))).toEqual(lu)
    expect(await charges(rangees, noms[0])).toEqual([1000, 1000, 50])
    expect(await charges(rangees, noms[1])).toEqual([2000, 2000, 50])
    const choisi = await lire(rangees, noms[1])
    expect(feuillesAChoisir(choisi)).toEqual([noms[1], noms[0]])
    expect(choisi.lisible && choisi.budget.lignes.every(({ feuille }) => feuille === 'Feuil1')).toBe(true)
    expect(await lire(rangees, 'Feuil1')).toMatchObject({ lisible: false, feuilles: noms })
  })
})

/** One budget of 1 000 €, whatever stands around it. */
const UN_SEUL: Record<string, Rangee[]> = {
  'a heading repeated on the next page': [
    ['Budget prévisionnel 2025'],
    ENTETE,
    ['60 Achats', 400, '70 Participation des familles', 900],
    ['Budget prévisionnel 2025'],
    ENTETE,
    ['62 Déplacements', 600, '74dep Département du Pas-de-Calais', 100],
    ['TOTAL DES CHARGES', 1000, 'TOTAL DES PRODUITS', 1000],
  ],
  'a heading repeated above the totals': [
    ENTETE,
    ['60 Achats', 1000, '70 Participation des familles', 900],
    [null, null, '74dep Département du Pas-de-Calais', 100],
    [],
    ENTETE,
    ['TOTAL DES CHARGES', 1000, 'TOTAL DES PRODUITS', 1000],
  ],
  'a form left blank under it': [['Budget 2025'], ...table(1000), [], ...vide],
  'a form left blank above it': [...vide, [], ['Budget 2025'], ...table(1000)],
  'a form left blank beside it': aCote([['Budget 2025'], ...table(1000)], vide, 6),
  'contributions in nature under headings of their own': [
    ...table(1000),
    [],
    ENTETE,
    ['86 Emplois des contributions volontaires', 300, '87 Contributions volontaires', 300],
  ],
  'a summary under it': [...table(1000), [], ['Synthèse'], ['Charges', 1000], ['dont transport', 600], ['Produits', 1000], ['dont familles', 900]], // prettier-ignore
}

test.each(Object.entries(UN_SEUL))('%s makes one budget, read without asking', async (_, rangees) => {
  const lu = await lire(rangees)
  expect(lu.lisible ? lu.budget.feuille : lu.motif).toBe('Feuil1')
  expect((await charges(rangees)).slice(0, 2)).toEqual([1000, 1000])
})

test('the contributions in nature under headings of their own are read with their budget', async () => {
  const lu = await lire(UN_SEUL['contributions in nature under headings of their own'] ?? [])
  expect(lu.lisible && totauxDe(lu.budget)).toMatchObject({ nature86: 30_000n, nature87: 30_000n })
})

test('what stands beside a budget is not given to the other: names, what is asked, a column of another year', async () => {
  const annees = (total: number): Rangee[] => [
    ['CHARGES', 2025, 2026, 'PRODUITS', 2025, 2026],
    ['60 Achats', total, total + 7, 'Département du Pas-de-Calais', total, total + 7],
    ['TOTAL', total, total + 7, 'TOTAL', total, total + 7],
  ]
  const contenu = await classeur(
    { Feuil1: [['Exercice', '2025'], ['Montant demandé', 40], ...annees(1000), [], ['Exercice', '2026'], ...annees(2000)] }, // prettier-ignore
    (livre) => livre.definedNames.add('Feuil1!$B$5', 'TOTAL_CHARGES'),
  )
  const lu = await ouvrirBudget(contenu, 'budget.xlsx')
  const [premier, second] = lu.lisible ? [] : (lu.feuilles ?? [])
  const choisi = async (nom: string | undefined) => {
    const lecture = await ouvrirBudget(contenu, 'budget.xlsx', nom ?? null)
    if (!lecture.lisible) throw new Error(lecture.motif)
    const { montantDemande, nommes, identification } = lecture.budget
    return {
      ...{ charges: totauxDe(lecture.budget).charges, demande: montantDemande?.montantCents },
      ...{ nomme: nommes.charges?.montantCents, exercice: identification.exercice },
    }
  }
  expect(await choisi(premier)).toEqual({ charges: 100_000n, demande: 4_000n, nomme: 100_000n, exercice: '2025' })
  expect(await choisi(second)).toEqual({ charges: 200_700n, demande: undefined, nomme: undefined, exercice: '2026' })
})

test('a title says the year of its budget', async () => {
  const annees = (total: number): Rangee[] => [
    ['CHARGES', 2025, 2026, 'PRODUITS', 2025, 2026],
    ['60 Achats', total, total + 7, 'Département du Pas-de-Calais', total, total + 7],
    ['TOTAL', total, total + 7, 'TOTAL', total, total + 7],
  ]
  const rangees = [['Budget 2025'], ...annees(1000), [], ['Budget 2026'], ...annees(2000)]
  expect(await charges(rangees, 'Feuil1, Budget 2025 (A1:F4)')).toEqual([1000, 1000, 1000])
  expect(await charges(rangees, 'Feuil1, Budget 2026 (A6:F9)')).toEqual([2007, 2007, 2007])
})

test('the name of a sheet that holds several asks between those alone', async () => {
  const lu = await lire([...table(1), [], ...table(2)], 'Feuil1', { Feuil2: table(3) })
  expect(lu).toMatchObject({ lisible: false, feuilles: ['Feuil1 (A1:D4)', 'Feuil1 (A6:D9)'] })
})

test('a formula of one budget may count on the cells of another', async () => {
  const rangees: Rangee[] = [
    ['Budget 2025'],
    ...table(1000),
    ['Budget 2026'],
    ENTETE,
    ['60 Achats', f('B3*2'), '70 Familles', 1750],
    [null, null, '74dep Département du Pas-de-Calais', f('D4')],
    ['TOTAL DES CHARGES', f('SUM(B8:B9)'), 'TOTAL DES PRODUITS', f('SUM(D8:D9)')],
  ]
  expect(await charges(rangees, 'Feuil1, Budget 2026 (A6:D10)')).toEqual([1800, 1800, 50])
})

test('a sheet named for the project is read before one that holds several', async () => {
  const lu = await lire([...table(1), [], ...table(2)], null, { 'Budget projet': table(1000) })
  expect(lu).toMatchObject({ lisible: true, budget: { feuille: 'Budget projet' } })
  expect(feuillesAChoisir(lu)).toHaveLength(3)
})

test('whatever the number of budgets, each has a name of its own, short enough for a form', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ total: fc.integer({ min: 200, max: 9000 }), titre: fc.string({ minLength: 60, maxLength: 300 }) }),
        {
          minLength: 2,
          maxLength: 6,
        },
      ),
      async (budgets) => {
        const lu = await lire(budgets.flatMap(({ total, titre }) => [[`Budget ${titre}`], ...table(total), []]))
        const noms = feuillesAChoisir(lu)
        expect(new Set(noms).size).toBe(budgets.length)
        expect(Math.max(...noms.map((nom) => nom.length))).toBeLessThanOrEqual(100)
      },
    ),
    { numRuns: 30 },
  )
})
