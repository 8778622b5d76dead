import { describe, expect, test } from 'vitest'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { budgetEnJson, controlerBudget } from '#lecteurs/budget-depose'
import { classeur, MISES_EN_PAGE } from './budgets-inventes'

const juger = async (contenu: Buffer, euros = 2500n) =>
  budgetEnJson(await controlerBudget(contenu, 'budget.xlsx', { montantDemandeCents: euros * 100n }))

describe.each(Object.entries(MISES_EN_PAGE))('%s', (_, faire) => {
  test('is read like the model', async () => {
    expect(await juger(await faire())).toMatchObject({
      lisible: true,
      totaux: { charges: 10_000, produits: 10_000, departement: 2_500, nature86: 500, nature87: 500 },
    })
  })

  test('has nothing that blocks, and what differs from the demande is found', async () => {
    const json = await juger(await faire())
    expect(json.lisible && json.constats.filter((c) => c.gravite !== 'INFO')).toEqual([])
    const autre = await juger(await faire(), 3000n)
    expect(autre.lisible && autre.constats.filter((c) => c.gravite !== 'INFO').map((c) => c.regle)).toEqual(['B04'])
  })
})

const ENTETE = ['CHARGES', 'Montant', 'PRODUITS', 'Montant']
const constatsDe = async (rangees: (string | number | null)[][], euros = 500n) => {
  const json = await juger(await classeur({ Budget: [ENTETE, ...rangees] }), euros)
  if (!json.lisible) throw new Error(json.motif)
  return json.constats.map(({ regle, gravite, cellule }) => ({ regle, gravite, cellule }))
}
const FIN = ['TOTAL DES CHARGES', 1000, 'TOTAL DES PRODUITS', 1000]

describe('what is wrong is found at its cell', () => {
  test('a text that is no amount', async () => {
    expect(
      await constatsDe([
        ['60 Achats', 1000, '74dep Département', 500],
        ['61 Services', 'à préciser', '70 Ventes', 500],
        FIN,
      ]),
    ).toEqual([{ regle: 'B10', gravite: 'BLOQUANT', cellule: 'Budget!B3' }])
  })

  test('a small wrong sum warns, a large one blocks', async () => {
    const avec = (groupe: number) => constatsDe([['60 Achats', groupe, '74dep Département', 500], ['601 Repas', 1000, '70 Ventes', 500], ['TOTAL DES CHARGES', groupe, 'TOTAL DES PRODUITS', groupe]]) // prettier-ignore
    expect(await avec(1001)).toEqual([])
    expect(await avec(1004)).toEqual([
      { regle: 'B02', gravite: 'AVERTISSEMENT', cellule: 'Budget!B2' },
      { regle: 'B02', gravite: 'AVERTISSEMENT', cellule: 'Budget!D4' },
    ])
    expect((await avec(1010)).map((c) => c.gravite)).toEqual(['BLOQUANT', 'BLOQUANT'])
  })

  test('no line for the Département', async () => {
    expect(await constatsDe([['60 Achats', 1000, '70 Ventes', 1000], FIN])).toEqual([
      { regle: 'B04', gravite: 'BLOQUANT', cellule: 'Budget!D3' },
    ])
  })

  test('two lines for the Département, which together are what is asked', async () => {
    const rangees = [['60 Achats', 1000, '74dep Département', 300], ['', null, '74dep Conseil départemental 62', 200], ['', null, '70 Ventes', 500], FIN] // prettier-ignore
    expect(await constatsDe(rangees)).toEqual([{ regle: 'B05', gravite: 'AVERTISSEMENT', cellule: 'Budget!D3' }])
  })

  test('an amount that can be read two ways is not guessed', async () => {
    const constats = await constatsDe([
      ['60 Achats', '1,200', '74dep Département', 500],
      ['61 Services', 1000, '70 Ventes', 500],
      FIN,
    ])
    expect(constats).toEqual([{ regle: 'B10', gravite: 'BLOQUANT', cellule: 'Budget!B2' }])
  })
})

describe('a file that is no budget is a sentence, never a crash', () => {
  test.each([
    ['empty', () => Promise.resolve(Buffer.alloc(0)), 'est vide'],
    ['a text', () => Promise.resolve(Buffer.from('CHARGES;PRODUITS')), 'n’est pas un classeur Excel'],
    ['a letter', () => classeur({ Lettre: [['Monsieur le Président,']] }), 'ne contient pas de tableau'],
    ['no sheet with cells', () => classeur({ Vide: [] }), 'ne contient pas de tableau'],
  ])('%s', async (_, faire, phrase) => {
    const lu = await ouvrirBudget(await faire(), 'budget.xlsx')
    expect(lu).toMatchObject({ lisible: false })
    expect(!lu.lisible && lu.motif).toContain(phrase)
  })

  test('a budget on a hidden sheet asks to show it', async () => {
    const masque = await classeur(
      { Note: [['Voir budget']], Budget: [ENTETE, ['Achats', 1, 'Ventes', 1]] },
      (livre) => {
        const feuille = livre.getWorksheet('Budget')
        if (feuille) feuille.state = 'hidden'
      },
    )
    const lu = await ouvrirBudget(masque, 'budget.xlsx')
    expect(!lu.lisible && lu.motif).toContain('feuille masquée')
  })

  test('any prefix of a good workbook is refused or read, and nothing is thrown', async () => {
    const bon = await classeur({ Budget: [ENTETE, ['Achats', 1, 'Ventes', 1]] })
    for (let taille = 0; taille < bon.length; taille += 97) {
      expect((await ouvrirBudget(bon.subarray(0, taille), 'budget.xlsx')).lisible).toBe(false)
    }
  })

  test('formulas that turn in circles or go very deep are left alone', async () => {
    const profond = Array.from({ length: 300 }, (_, i) => [
      'Achats',
      { formula: `B${i + 3}`, date1904: false },
      'Ventes',
      1,
    ])
    const boucle = [['Achats', { formula: 'B3', date1904: false }, 'Ventes', 1], ['Repas', { formula: 'B2+SUM(B1:B9000)', date1904: false }, 'Dons', 1]] // prettier-ignore
    for (const rangees of [profond, boucle]) {
      const json = await juger(await classeur({ Budget: [ENTETE, ...rangees] }))
      expect(json.lisible && json.constats.some((c) => c.regle === 'B10' && c.gravite === 'BLOQUANT')).toBe(true)
    }
  })

  test('a cell lost at the very end of a sheet costs nothing', async () => {
    const loin = await classeur({ Budget: [ENTETE, ['Achats', 1, 'Ventes', 1]] }, (livre) => {
      const cellule = livre.getWorksheet('Budget')?.getCell('CV1048576')
      if (cellule) cellule.value = 'x'
    })
    expect((await ouvrirBudget(loin, 'budget.xlsx')).lisible).toBe(true)
  })
})

test('headings without an amount under them are no budget: the sheets that hold it are read, or none is found', async () => {
  const resume = [
    ['Tableau', 'Feuille'],
    ['Charges', 'Budget - 1'],
    ['Produits', 'Budget - 2'],
  ]
  const cote = (titre: string, ...rangees: (string | number)[][]) => [['Code', titre, 'Montant'], ...rangees]
  const exporte = await classeur({
    Résumé: resume,
    'Budget - 1': cote('CHARGES', [60, 'Achats', 3000], [62, 'Services', 7000], ['', 'TOTAL DES CHARGES', 10_000]),
    'Budget - 2': cote('PRODUITS', [70, 'Ventes', 7500], ['74dep', 'Département', 2500], ['', 'TOTAL DES PRODUITS', 10_000]), // prettier-ignore
  })
  expect(await juger(exporte)).toMatchObject({
    lisible: true,
    totaux: { charges: 10_000, produits: 10_000, departement: 2_500 },
  })
  expect(await juger(await classeur({ Résumé: resume }))).toMatchObject({ lisible: false })
})
