import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ecrireClasseur } from '#fichiers/classeur/classeur-rapport'
import { nomDeFeuille, texteDeCellule } from '#fichiers/classeur/valeur-de-cellule'
import type { Page } from '#reports/page'
import { feuilleDe, type Sheet } from '#reports/sheet'

type Ligne = { nom: string | null; cents: bigint | null; jour: string | null; n: number; part: number | null }

const sheet: Sheet<Ligne> = {
  title: 'Dossiers',
  columns: [
    { header: 'SIRET', value: (l) => l.nom },
    { header: 'Montant', value: (l) => l.cents, format: 'euros', total: true },
    { header: 'Le', value: (l) => l.jour, format: 'date' },
    { header: 'Jeunes', value: (l) => l.n, format: 'entier', total: true },
    { header: 'Part', value: (l) => l.part, format: 'pourcent' },
  ],
}
const ligne = (plus: Partial<Ligne> = {}): Ligne => ({
  nom: '01234567890123',
  cents: 123_456n,
  jour: '2025-04-03',
  n: 12,
  part: 0.455,
  ...plus,
})

let dossier: string
beforeEach(async () => {
  dossier = await mkdtemp(path.join(tmpdir(), 'rapport-'))
})
afterEach(() => rm(dossier, { recursive: true, force: true }))

async function relire(lignes: Ligne[]) {
  const chemin = path.join(dossier, 'rapport.xlsx')
  const bilan = await ecrireClasseur(chemin, {
    titre: 'Rapport',
    creeLe: new Date('2025-09-15T08:00:00Z'),
    feuilles: [feuilleDe(sheet, lignes)],
  })
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.readFile(chemin)
  const page = classeur.getWorksheet('Dossiers')
  if (!page) throw new Error('no sheet')
  return { page, bilan, classeur }
}

describe('a rapport, read back', () => {
  test('amounts are numbers, days are days, a SIRET keeps its zeros', async () => {
    const { page, bilan } = await relire([ligne(), ligne({ cents: null, jour: null, nom: null, part: null })])
    expect(bilan).toEqual({ lignes: 2 })
    expect(page.getCell('A2')).toMatchObject({ value: '01234567890123', type: ExcelJS.ValueType.String, numFmt: '@' })
    expect(page.getCell('B2')).toMatchObject({ value: 1234.56, numFmt: '#,##0.00 "€"' })
    expect(page.getCell('C2')).toMatchObject({ value: new Date('2025-04-03T00:00:00Z'), numFmt: 'dd/mm/yyyy' })
    expect(page.getCell('D2')).toMatchObject({ value: 12, numFmt: '#,##0' })
    expect(page.getCell('E2')).toMatchObject({ value: 0.455, numFmt: '0.0 %' })
    expect(['A3', 'B3', 'C3', 'E3'].map((adresse) => page.getCell(adresse).value)).toEqual([null, null, null, null])
  })

  test('the heading is frozen and filtered', async () => {
    const { page } = await relire([ligne(), ligne()])
    expect(page.getRow(1).values).toEqual([undefined, 'SIRET', 'Montant', 'Le', 'Jeunes', 'Part'])
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, xSplit: 1 })
    expect(page.autoFilter).toBe('A1:E3')
  })

  test('totals are formulas that carry their result, exact to the cent', async () => {
    const { page } = await relire([ligne({ cents: 10n }), ligne({ cents: 20n }), ligne({ cents: null })])
    expect(page.getCell('A5').value).toBe('Total')
    expect(page.getCell('B5').value).toMatchObject({ formula: 'SUBTOTAL(109,B2:B4)', result: 0.3 })
    expect(page.getCell('B5').numFmt).toBe('#,##0.00 "€"')
    expect(page.getCell('D5').value).toMatchObject({ formula: 'SUBTOTAL(109,D2:D4)', result: 36 })
    expect(page.getCell('C5').value).toBeNull()
  })

  test('without a row, the total is zero and the file still opens', async () => {
    const { page } = await relire([])
    expect(page.getCell('B2').value).toBe(0)
    expect(page.autoFilter).toBe('A1:E1')
  })

  test.each([
    '=1+1',
    '+33 3 21',
    '-5',
    '@SUM(A1)',
    '\t=1+1',
    '\r\n=cmd|x',
    '  =1+1',
    '＝1+1',
    '=HYPERLINK("http://x")',
  ])('the text %j stays a text and would not calculate in a .csv either', async (nom) => {
    const { page } = await relire([ligne({ nom })])
    expect(page.getCell('A2').type).toBe(ExcelJS.ValueType.String)
    expect(page.getCell('A2').formula).toBeUndefined()
    expect(page.getCell('A2').value).toMatch(/^'/)
  })

  test('control characters go, ordinary ones stay', async () => {
    const { page } = await relire([ligne({ nom: 'Œuvre\u0000 <&> "é"\u0008\uD800 ł 🎒\u0085' })])
    expect(page.getCell('A2').value).toBe('Œuvre <&> "é" ł 🎒')
  })

  test('a page keeps its formulas with their results, names its cells, and is printed on A4 landscape under its heads', async () => {
    const chemin = path.join(dossier, 'page.xlsx')
    const page: Page = {
      title: 'Synthèse',
      largeurs: [20, 12],
      repetee: 2,
      noms: [{ nom: 'Reste_total', cellule: '$B$4' }],
      lignes: [
        { allure: 'titre', cases: [{ valeur: '=Rapport' }] },
        { allure: 'entete', cases: [{ valeur: 'Libellé' }, { valeur: 'Montant' }] },
        { allure: 'ligne', cases: [{ valeur: 'Voté' }, { valeur: 500n, format: 'euros' }] },
        { allure: 'total', cases: [null, { valeur: { formule: '20-B3', resultat: 1_500n }, format: 'euros' }] },
      ],
    }
    const large = { ...sheet, imprimees: 2 }
    await ecrireClasseur(chemin, { titre: 'R & D', creeLe: new Date(0), feuilles: [page, feuilleDe(large, [ligne()])] })
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.readFile(chemin)
    const lue = classeur.getWorksheet('Synthèse')
    expect(lue?.getCell('A1').value).toBe("'=Rapport")
    expect(lue?.getCell('B4').value).toMatchObject({ formula: '20-B3', result: 15 })
    expect(classeur.definedNames.getRanges('Reste_total').ranges).toEqual(["'Synthèse'!$B$4"])
    expect(lue?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '2:2' }) // prettier-ignore
    expect(lue?.headerFooter.oddFooter).toMatch(/^&L&8R && D&C.*&RPage|&P sur &N$/)
    expect(classeur.getWorksheet('Dossiers')?.pageSetup).toMatchObject({ printTitlesRow: '1:1', printArea: 'A1:B3' })
  })
})

describe('writing', () => {
  async function* beaucoup(n: number) {
    for (let i = 0; i < n; i += 1) yield await Promise.resolve(ligne({ n: i }))
  }

  test('tells how far it is, up to the end', async () => {
    const vus: [number, number][] = []
    const feuilles = [feuilleDe(sheet, beaucoup(600)), feuilleDe({ ...sheet, title: 'Autres' }, beaucoup(10))]
    const chemin = path.join(dossier, 'r.xlsx')
    await ecrireClasseur(
      chemin,
      { titre: 'x', creeLe: new Date(0), feuilles, total: 610 },
      (n, total) => void vus.push([n, total]),
    )
    expect(vus).toEqual([
      [250, 610],
      [500, 610],
      [610, 610],
    ])
  })

  test('a failure in the middle leaves nothing behind and says why', async () => {
    async function* casse() {
      yield* beaucoup(300)
      throw new Error('the database went away')
    }
    const ecriture = ecrireClasseur(path.join(dossier, 'r.xlsx'), {
      titre: 'x',
      creeLe: new Date(0),
      feuilles: [feuilleDe(sheet, casse())],
    })
    await expect(ecriture).rejects.toThrow('the database went away')
    expect(await readdir(dossier)).toEqual([])
  })

  test('a folder that is not there is an error, not a crash', async () => {
    const ecriture = ecrireClasseur(path.join(dossier, 'absent', 'r.xlsx'), {
      titre: 'x',
      creeLe: new Date(0),
      feuilles: [],
    })
    await expect(ecriture).rejects.toThrow(/ENOENT/)
  })
})

test('what Excel does not allow is made to fit', () => {
  expect(nomDeFeuille("'Suivi [2025]: MEI/Jumelages du Département'")).toBe('Suivi 2025 MEI Jumelages du Dép')
  expect(nomDeFeuille('a:b/c?')).toBe('a b c')
  expect(nomDeFeuille('?')).toBe('Feuille')
  const long = texteDeCellule('é'.repeat(40_000))
  expect(long).toHaveLength(32_767)
  expect(long.endsWith('…')).toBe(true)
})
