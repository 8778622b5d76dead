import { describe, expect, test } from 'vitest'
import { controler } from '#domain/budget/controles'
import { feuillesAChoisir, lectureDeJson, lectureEnJson } from '#domain/budget/lecture/lecture-gardee'
import { totauxDe } from '#domain/budget/totaux'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { classeur, type Rangee } from './budgets-inventes'

const lire = async (feuilles: Record<string, Rangee[]>, retoucher?: Parameters<typeof classeur>[1]) => {
  const lu = await ouvrirBudget(await classeur(feuilles, retoucher), 'budget.xlsx')
  if (!lu.lisible) throw new Error(lu.motif)
  return lu.budget
}
const totaux = (budget: Awaited<ReturnType<typeof lire>>) => {
  const { charges, produits, departement } = totauxDe(budget)
  return [charges, produits, departement].map((cents) => Number(cents) / 100)
}
const f = (formula: string, result?: number) => ({ formula, ...(result !== undefined && { result }), date1904: false })

/** The same budget of 1 000 €, laid out as somebody might. */
const DISPOSITIONS: Record<string, Rangee[]> = {
  'labels in one column, amounts of each side in the next two': [
    ['Libellé', 'Dépenses', 'Recettes'],
    ['Achats', 400, null],
    ['Transport', 600, null],
    ['Participation des familles', null, 700],
    ['Département du Pas-de-Calais', null, 300],
    ['TOTAL', 1000, 1000],
  ],
  'in English': [
    ['EXPENSES', 'Amount (€)', 'INCOME', 'Amount (€)'],
    ['Travel', 600, 'Participants', 700],
    ['Food', 400, 'Département du Pas-de-Calais', 300],
    ['TOTAL EXPENSES', 1000, 'TOTAL INCOME', 1000],
  ],
  'codes only, neither heading nor total': [
    ['60', 'Achats', 400, '70', 'Participation des familles', 700],
    ['62', 'Autres services extérieurs', 600, '74dep', 'Département du Pas-de-Calais', 300],
  ],
  'last year, this year and a share in per cent': [
    ['BUDGET – EXERCICE 2025'],
    ['CHARGES', 2024, 2025, '%', 'PRODUITS', 2024, 2025, '%'],
    ['Achats', 300, 400, 0.4, 'Participation des familles', 650, 700, 0.7],
    ['Transport', 500, 600, 0.6, 'Département du Pas-de-Calais', 150, 300, 0.3],
    ['TOTAL', 800, 1000, 1, 'TOTAL', 800, 1000, 1],
  ],
  'what was spent before what is foreseen': [
    ['CHARGES', 'Réalisé N-1', 'Prévisionnel N', 'PRODUITS', 'Réalisé N-1', 'Prévisionnel N'],
    ['Achats', 300, 400, 'Participation des familles', 650, 700],
    ['Transport', 500, 600, 'Département du Pas-de-Calais', 150, 300],
    ['TOTAL DES CHARGES', 800, 1000, 'TOTAL DES PRODUITS', 800, 1000],
  ],
  'quantities and prices before the amount, blank rows between': [
    ['CHARGES', 'Quantité', 'Prix unitaire', 'Montant', 'PRODUITS', 'Nombre', 'Montant'],
    ['Achats', 4, 100, 400, 'Participation des familles', 7, 700],
    [],
    ['Transport', 2, 300, 600, 'Département du Pas-de-Calais', 1, 300],
    [],
    ['TOTAL', null, null, 1000, 'TOTAL', null, 1000],
  ],
  'in thousands of euros': [
    ['CHARGES (en k€)', 'Montant', 'PRODUITS (en k€)', 'Montant'],
    ['Achats', 0.4, 'Participation des familles', 0.7],
    ['Transport', 0.6, 'Département du Pas-de-Calais', 0.3],
    ['TOTAL', 1, 'TOTAL', 1],
  ],
  'details in one column, groups in the next': [
    ['CHARGES', 'Montant', 'Total', 'PRODUITS', 'Montant', 'Total'],
    ['60 Achats', null, f('B3'), '70 Ventes', null, f('E3')],
    ['606 Fournitures', 400, null, '706 Familles', 700, null],
    ['62 Autres services', null, f('B5'), '74 Subventions', null, f('E5')],
    ['625 Voyages', 600, null, '74dep Département', 300, null],
    ['TOTAL DES CHARGES', null, f('C2+C4'), 'TOTAL DES PRODUITS', null, f('F2+F4')],
  ],
}

test.each(Object.entries(DISPOSITIONS))('%s is read like the model', async (_, rangees) => {
  const budget = await lire({ Budget: rangees })
  expect(totaux(budget)).toEqual([1000, 1000, 300])
  expect(controler(budget, { montantDemandeCents: 30_000n }).filter((c) => c.gravite !== 'INFO')).toEqual([])
})

describe('what could be read otherwise is said', () => {
  test('the column read and those left aside', async () => {
    const { remarques } = await lire({ Budget: DISPOSITIONS['what was spent before what is foreseen'] ?? [] })
    expect(remarques).toContainEqual({
      cas: 'COLONNE_CHOISIE',
      cote: 'CHARGES',
      entete: 'Prévisionnel N',
      ecartees: ['Réalisé N-1'],
    })
  })

  test('thousands of euros', async () => {
    const { remarques } = await lire({ Budget: DISPOSITIONS['in thousands of euros'] ?? [] })
    expect(remarques).toEqual([{ cas: 'MILLIERS', cellule: 'Budget!A1' }])
  })

  test('of several budgets, that of the project is read, and the others are named', async () => {
    const avec = (montant: number): Rangee[] => [
      ['CHARGES', 'Montant', 'PRODUITS', 'Montant'],
      ['Achats', montant, 'Département', montant],
    ]
    const contenu = await classeur({ 'Budget association': avec(9), 'Budget projet': avec(5), 'Budget 2': avec(7) })
    const lu = await ouvrirBudget(contenu, 'budget.xlsx')
    expect(lu.lisible && lu.budget.feuille).toBe('Budget projet')
    expect(lu.lisible && lu.budget.remarques).toEqual([
      { cas: 'AUTRES_BUDGETS', feuilles: ['Budget 2', 'Budget association'] },
    ])
  })

  test('of several budgets that nothing tells apart, none is read but the one that is asked for', async () => {
    const avec = (montant: number): Rangee[] => [
      ['CHARGES', 'Montant', 'PRODUITS', 'Montant'],
      ['Achats', montant, 'Département', montant],
    ]
    const feuilles = { 'Budget Irlande': avec(9), 'Budget Pologne': avec(5), 'Budget association': avec(7) }
    const contenu = await classeur(feuilles)
    const lu = await ouvrirBudget(contenu, 'budget.xlsx')
    expect(lu).toMatchObject({ lisible: false, feuilles: ['Budget Irlande', 'Budget Pologne'] })
    expect(!lu.lisible && lu.motif).toMatch(
      /plusieurs budgets.*«\u00a0Budget Irlande\u00a0», «\u00a0Budget Pologne\u00a0»/,
    )
    const choisi = await ouvrirBudget(contenu, 'budget.xlsx', 'Budget Pologne')
    expect(choisi.lisible && totaux(choisi.budget)).toEqual([5, 5, 5])
    expect(choisi.lisible && feuillesAChoisir(choisi)).toEqual([
      'Budget Pologne',
      'Budget Irlande',
      'Budget association',
    ])
    expect(await ouvrirBudget(contenu, 'budget.xlsx', 'Feuil9')).toMatchObject({ lisible: false })
    expect(lectureDeJson(lectureEnJson(lu))).toEqual(lu)
  })

  test('hidden columns and rows', async () => {
    const budget = await lire({ Budget: DISPOSITIONS['in English'] ?? [] }, (livre) => {
      const feuille = livre.getWorksheet('Budget')
      if (feuille) feuille.getColumn(2).hidden = true
    })
    expect(budget.remarques).toEqual([{ cas: 'COLONNES_MASQUEES', colonnes: ['Budget!B'] }])
    expect(budget.lignes.filter((l) => l.cote === 'CHARGES').every((l) => l.masquee)).toBe(true)
    expect(budget.lignes.filter((l) => l.cote === 'PRODUITS').some((l) => l.masquee)).toBe(false)
  })
})

test('a formula shared between cells, and results nobody keeps, are worked out again', async () => {
  const budget = await lire(
    {
      Budget: [
        ['CHARGES', 'Quantité', 'Prix', 'Montant', 'PRODUITS', 'Montant'],
        ['Achats', 4, 100, null, 'Familles', 700],
        ['Transport', 2, 300, null, 'Département', 300],
        ['TOTAL', null, null, f('SUM(D2:D3)'), 'TOTAL', f('ROUND(F2+Autre!A1,0)')],
      ],
      Autre: [[300.2]],
    },
    (livre) => {
      const feuille = livre.getWorksheet('Budget')
      feuille?.fillFormula('D2:D3', 'B2*C2', [])
    },
  )
  expect(totaux(budget)).toEqual([1000, 1000, 300])
})

test('a code merged down its rows is said of each; a word merged beside labels names none of them', async () => {
  const budget = await lire(
    {
      Budget: [
        ['CHARGES', null, 'Montant', 'PRODUITS', null, 'Montant'],
        ['60', 'Achats', 400, 'Subventions', 'Département du Pas-de-Calais', 300],
        [null, 'Repas', 600, null, 'Commune de Lens', 700],
        ['TOTAL', null, 1000, 'TOTAL', null, 1000],
      ],
    },
    (livre) => {
      livre.getWorksheet('Budget')?.mergeCells('A2:A3')
      livre.getWorksheet('Budget')?.mergeCells('D2:D3')
    },
  )
  expect(totaux(budget)).toEqual([1000, 1000, 300])
  expect(budget.lignes.map(({ code, libelle }) => [code, libelle]).slice(0, 5)).toEqual([
    ['60', 'Achats'],
    ['60', 'Repas'],
    ['', 'TOTAL'],
    ['', 'Département du Pas-de-Calais'],
    ['', 'Commune de Lens'],
  ])
})

test('a stale result is found at its cell', async () => {
  const budget = await lire({
    Budget: [
      ['CHARGES', 'Montant', 'PRODUITS', 'Montant'],
      ['Achats', f('Detail!A1+Detail!A2', 1000), 'Département', 1000],
      ['TOTAL', 1000, 'TOTAL', 1000],
    ],
    Detail: [[400], [500]],
  })
  expect(controler(budget, { montantDemandeCents: 100_000n }).filter((c) => c.gravite !== 'INFO')).toMatchObject([
    { regle: 'B02', cas: 'RESULTAT_PERIME', cellule: 'Budget!B2', ecrit: 100_000n, calcule: 90_000n },
  ])
})
