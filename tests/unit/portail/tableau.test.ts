import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Cellule, Ligne } from '#domain/portail/cellule'
import { LIMITES_CLASSEUR } from '#fichiers/classeur/garde-classeur'
import { ouvrirListing } from '#fichiers/livraison/listing'
import { ouvrirTableau } from '#fichiers/tableau/tableau'
import { zipBrut } from '#support/zip-brut'

const XLSX = readFileSync('tests/fixtures/e-partenaire/demandes.xlsx')
const CSV = iconv.decode(readFileSync('tests/fixtures/e-partenaire/demandes.csv'), 'win1252')

async function lignes(contenu: Buffer, feuille = 0): Promise<Ligne[]> {
  const tableau = await ouvrirTableau({ nom: 'x', contenu })
  if (!tableau.ok) throw new Error(tableau.detail)
  const lues: Ligne[] = []
  for await (const ligne of tableau.value[feuille]?.lignes() ?? []) lues.push(ligne)
  return lues
}

const texte = (contenu: string) =>
  lignes(Buffer.from(contenu)).then((lues) => lues.map(({ cellules }) => cellules.map((c) => c.texte)))

async function classeur(remplir: (livre: ExcelJS.Workbook) => void): Promise<Buffer> {
  const livre = new ExcelJS.Workbook()
  remplir(livre)
  return Buffer.from(await livre.xlsx.writeBuffer())
}

describe('text in any encoding, with any separator', () => {
  const ACCENTS = 'Numéro;Objet\n2025-00001;Été à Œuf-en-Ternois, l’école «\u00a0Jaurès\u00a0»'
  const objet = async (contenu: Buffer) => (await lignes(contenu))[1]?.cellules[1]?.texte
  const OBJET = 'Été à Œuf-en-Ternois, l’école «\u00a0Jaurès\u00a0»'
  test('a byte that is broken breaks one letter, and UTF-8 written twice is read twice', async () => {
    const abime = Buffer.from(ACCENTS)
    abime.set([0xe9], abime.indexOf('école') + 1)
    expect(await objet(abime)).toMatch(/^Été à Œuf-en-Ternois, l’.{1,2}cole «.Jaurès.»$/)
    expect(await objet(Buffer.from(iconv.decode(Buffer.from(ACCENTS), 'win1252')))).toBe(OBJET)
  })
  test('the file of a Mac, its lines ended as Macs did', async () => {
    expect(await objet(iconv.encode(ACCENTS.replaceAll('\n', '\r'), 'macintosh'))).toBe(OBJET)
  })

  test.each([
    ['utf8', { addBOM: true }],
    ['utf8', {}],
    ['utf16le', { addBOM: true }],
    ['utf16be', { addBOM: true }],
    ['utf16le', {}],
    ['win1252', {}],
    ['macintosh', {}],
    ['cp850', {}],
  ] as const)('%s %j', async (encodage, options) => {
    for (const separateur of [';', ',', '\t']) {
      const csv = CSV.replaceAll(',', '.').replaceAll(';', separateur)
      const [entete, premiere] = await lignes(iconv.encode(csv, encodage, options))
      expect(entete?.cellules[1]).toEqual({ texte: 'Numéro' })
      expect(premiere?.cellules[22]?.texte).toBe('maelle.bailleul@exemple.test')
    }
  })

  test('quotes are undoubled, a line break may stand in a cell, and lines keep their number', async () => {
    expect(await texte('a;b\r\n"dit ""oui""";"x;\ny"\r\n;\r\nc "d" e;f')).toEqual([
      ['a', 'b'],
      ['dit "oui"', 'x;\ny'],
      ['', ''],
      ['c "d" e', 'f'],
    ])
    expect((await lignes(Buffer.from('a;b\n"x\ny";c\nd;e'))).map(({ numero }) => numero)).toEqual([1, 2, 4])
  })

  test('a cell of any length is cut at 10 000 characters', async () => {
    expect((await texte(`a;b\n${'x'.repeat(50_000)};c`))[1]?.map((cellule) => cellule.length)).toEqual([10_000, 1])
  })
})

describe('workbooks', () => {
  test('every kind of cell has its text, and its value where it has one', async () => {
    const contenu = await classeur((livre) => {
      const page = livre.addWorksheet('A')
      page.addRow([
        'texte',
        12.5,
        new Date('2025-04-20T00:00:00Z'),
        true,
        { richText: [{ text: 'gr' }, { text: 'as' }] },
      ])
      page.getCell('B1').numFmt = '#,##0.00 "€ demandés"'
      page.getCell('C1').numFmt = 'dd/mm/yyyy'
      page.getCell('C4').value = { formula: 'A1', result: 'texte' }
      page.getCell('D4').value = { formula: '1+1', result: 2 }
      page.getCell('E4').value = { error: '#REF!' }
    })
    const attendu: Cellule[] = [
      { texte: 'texte' },
      { texte: '12.5', nombre: 12.5 },
      { texte: '20/04/2025', date: '2025-04-20' },
      { texte: 'VRAI' },
      { texte: 'gras' },
    ]
    expect(await lignes(contenu)).toEqual([
      { numero: 1, cellules: attendu },
      {
        numero: 4,
        cellules: [{ texte: '' }, { texte: '' }, { texte: 'texte' }, { texte: '2', nombre: 2 }, { texte: '#REF!' }],
      },
    ])
  })

  test('days of a workbook in the 1904 system', async () => {
    const contenu = await classeur((livre) => {
      livre.properties.date1904 = true
      livre.addWorksheet('A').getCell('A1').value = new Date('2025-04-20T00:00:00Z')
    })
    expect((await lignes(contenu))[0]?.cellules[0]).toEqual({ texte: '20/04/2025', date: '2025-04-20' })
  })

  test('the listing is found on whichever sheet has it', async () => {
    const contenu = await classeur((livre) => {
      livre.addWorksheet('Lisez-moi').addRow(['Type', 'Objet'])
      const page = livre.addWorksheet('Extraction')
      page.addRow(['Export du 1er juin'])
      page.addRow(['Raison sociale', 'Montant demandé', 'Déposé le', 'Objet', 'N°', 'Type'])
      page.addRow([
        'COMMUNE DE BAJUS',
        1200,
        new Date('2025-04-20T00:00:00Z'),
        'Jumelage',
        '2025-00001',
        'Jumelages (public)',
      ])
    })
    const listing = await ouvrirListing({ nom: 'x.xlsx', contenu })
    if (!listing.ok) throw new Error(listing.detail)
    expect(listing.value).toMatchObject({ feuille: 'Extraction', total: 1, entete: { ligne: 2 } })
    const { value } = await listing.value.lignes().next()
    expect(value).toMatchObject({
      nature: 'DEMANDE',
      demandeLue: { ligne: 3, numero: '2025-00001', montantDemande: 120_000n, deposeLe: '2025-04-20', etat: 'DEPOSE' },
    })
  })
})

describe('files that cannot be read each say why', () => {
  const chiffre = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  const feuilles = (feuille: Buffer) =>
    zipBrut([
      { nom: 'xl/workbook.xml', contenu: Buffer.from('<workbook/>') },
      { nom: 'xl/worksheets/sheet1.xml', contenu: feuille },
    ])

  test.each([
    ['truncated', XLSX.subarray(0, 20_000), 'ABIME'],
    ['damaged inside', Buffer.concat([XLSX.subarray(0, 5_000), Buffer.alloc(2_000), XLSX.subarray(7_000)]), 'ABIME'],
    ['locked by a password', chiffre, 'PROTEGE'],
    ['an old .xls with another name', readFileSync('tests/fixtures/budgets/ancien-format.xls'), 'ANCIEN_FORMAT'],
    ['empty', Buffer.alloc(0), 'VIDE'],
    ['blank', Buffer.from('\r\n  \r\n'), 'VIDE'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'AUTRE_FORMAT'],
    ['a page of HTML named .xls', Buffer.from('<html><table><tr><td>Type'), 'AUTRE_FORMAT'],
    ['a LibreOffice sheet', readFileSync('tests/fixtures/budgets/libre.ods'), 'AUTRE_FORMAT'],
    ['bytes', Buffer.from([0, 1, 2, 3, 0, 0, 0, 255, 254, 7]), 'AUTRE_FORMAT'],
    ['with macros', zipBrut([{ nom: 'xl/workbook.xml' }, { nom: 'xl/vbaProject.bin' }]), 'MACROS'],
    ['over 20 MiB', Buffer.alloc(20 * 1024 * 1024 + 1, 'a;b\n'), 'TROP_LOURD'],
    ['a bomb', feuilles(Buffer.alloc(301_000_000)), 'TROP_LOURD'],
    [
      'a bomb that lies about its size',
      zipBrut([{ nom: 'xl/workbook.xml', contenu: Buffer.alloc(9_000_000), tailleDeclaree: 10 }]),
      'ABIME',
    ],
    ['without a heading', Buffer.from('1;2;3\n4;5;6'), 'SANS_ENTETE'],
    ['an open quote', Buffer.from(CSV.replace('Jumelages', '"Jumelages')), 'ABIME'],
  ])('%s', async (_, contenu, motif) => {
    const listing = await ouvrirListing({ nom: 'mon\u0000 fichier.xlsx', contenu })
    expect(listing).toEqual({
      ok: false,
      reason: motif,
      detail: expect.stringMatching(/^Le fichier «\u00a0mon fichier\.xlsx\u00a0» .*\.$/),
    })
  })

  test('too many cells', async () => {
    const feuille = Buffer.from(
      `<worksheet><sheetData><row r="1">${'<c r="A1"><v>1</v></c>'.repeat(200_001)}</row></sheetData></worksheet>`,
    )
    expect(await ouvrirTableau({ nom: 'x', contenu: feuilles(feuille) }, LIMITES_CLASSEUR)).toMatchObject({
      reason: 'TROP_DE_CELLULES',
    })
  })

  test('a csv of three columns says which are missing', async () => {
    expect(
      await ouvrirListing({ nom: 'x.csv', contenu: Buffer.from('Type;Numéro;Objet\nJumelages;2025-00001;x') }),
    ).toEqual({
      ok: false,
      reason: 'COLONNES_MANQUANTES',
      detail:
        'Il manque au fichier «\u00a0x.csv\u00a0» les colonnes «\u00a0Date de dépôt\u00a0», «\u00a0Montant demandé\u00a0», «\u00a0Raison sociale\u00a0». Exportez le listing complet et redéposez-le.',
    })
  })
})
