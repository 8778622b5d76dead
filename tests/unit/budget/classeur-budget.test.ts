import { readFileSync } from 'node:fs'
import { fromBuffer } from 'yauzl-promise'
import { beforeAll, describe, expect, test } from 'vitest'
import { budgetEnJson, controlerBudget } from '#lecteurs/budget-depose'

type Verite = {
  fichiers: Record<
    string,
    { refused?: true; total?: number; requested?: number; mustFind?: string[]; mustNotFind?: string[] }
  >
  dossiers: Record<string, { demandeEuros: number; doitTrouver: string[]; defaut: string | null }>
}

const fixture = (chemin: string) => readFileSync(new URL(`../../fixtures/${chemin}`, import.meta.url))
const verite = JSON.parse(fixture('verite/budgets.json').toString('utf8')) as Verite

describe.each(Object.entries(verite.fichiers))('%s', (nom, attendu) => {
  test('gives what the sample says', async () => {
    const controle = await controlerBudget(fixture(`budgets/${nom}`), nom)
    const json = budgetEnJson(controle)
    expect(json.lisible).toBe(attendu.refused !== true)
    if (!json.lisible) {
      expect(json.motif).toMatch(/^Le fichier «\u00a0.+\u00a0» .+\.$/)
      return
    }
    const regles = json.constats.map((c) => c.regle)
    expect(regles).toEqual(expect.arrayContaining(attendu.mustFind ?? []))
    expect(regles.filter((regle) => attendu.mustNotFind?.includes(regle))).toEqual([])
    expect(json.totaux.charges).toBe(attendu.total)
    expect(json.constats.filter((c) => c.gravite === 'BLOQUANT' && !attendu.mustFind?.includes(c.regle))).toEqual([])
  })
})

describe('the budgets deposited on e-partenaire', () => {
  const classeurs = new Map<string, Buffer>()

  beforeAll(async () => {
    const zip = await fromBuffer(fixture('e-partenaire/pieces.zip'), { validateFilenames: false })
    for await (const entree of zip) {
      const numero = /\/(\d{4}-\d{5})\/01 - Budget.*\.xlsx$/.exec(entree.filename)?.[1]
      if (!numero) continue
      const morceaux: Buffer[] = []
      for await (const morceau of (await entree.openReadStream()) as AsyncIterable<Buffer>) morceaux.push(morceau)
      classeurs.set(numero, Buffer.concat(morceaux))
    }
  })

  test.each(Object.entries(verite.dossiers))('%s', async (numero, { demandeEuros, doitTrouver }) => {
    const contenu = classeurs.get(numero)
    if (!contenu) throw new Error(`${numero} has no budget in the zip`)
    const json = budgetEnJson(
      await controlerBudget(contenu, 'budget.xlsx', { montantDemandeCents: BigInt(demandeEuros) * 100n }),
    )
    if (!json.lisible) throw new Error(json.motif)
    expect(json.constats.filter((c) => c.gravite !== 'INFO').map((c) => c.regle)).toEqual(doitTrouver)
  })
})

test('a finding says where, and both figures', async () => {
  const json = budgetEnJson(await controlerBudget(fixture('budgets/unbalanced.xlsx'), 'unbalanced.xlsx'))
  expect(json).toMatchObject({
    totaux: { charges: 30_720, produits: 29_970, departement: 6_150, nature86: 1_840, nature87: 1_840 },
    constats: [
      {
        regle: 'B01',
        gravite: 'BLOQUANT',
        cellule: 'Budget!F14',
        message:
          'Le total des charges (30\u202f720,00\u00a0€, Budget!C14) et le total des produits (29\u202f970,00\u00a0€) diffèrent de 750,00\u00a0€. Corrigez les lignes pour que les deux totaux soient égaux, puis redéposez le budget.',
      },
    ],
  })
})

test('the amount asked on the form wins over the one of the workbook', async () => {
  const contenu = fixture('budgets/correct.xlsx')
  const constats = async (montantDemandeCents?: bigint) => {
    const controle = await controlerBudget(contenu, 'correct.xlsx', {
      montantDemandeCents: montantDemandeCents ?? null,
    })
    return controle.lisible ? controle.constats.map((c) => c.regle) : null
  }
  expect(await constats()).toEqual([])
  expect(await constats(1_025_000n)).toEqual([])
  expect(await constats(1_025_050n)).toEqual([])
  expect(await constats(1_100_000n)).toEqual(['B04'])
})

test('hidden sheets are named and not read', async () => {
  const controle = await controlerBudget(fixture('budgets/hidden-sheet.xlsx'), 'hidden-sheet.xlsx')
  expect(controle).toMatchObject({ lisible: true, budget: { feuillesMasquees: ['Calculs'] } })
})
