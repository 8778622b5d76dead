import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { jourSaisi } from '#domain/temps/saisie'
import { lireAccuses } from '#fichiers/classeur/accuses-lus'

const lire = (contenu: Buffer) => lireAccuses({ nom: 'accuses.csv', contenu })
const csv = (texte: string) => lire(Buffer.from(texte))
const LUE = { numero: '2026-007', deliberation: { annee: 2026, rang: 7 }, recueLe: '2026-06-19', enAttente: false }

describe('the file of a tool of télétransmission', () => {
  test.each([
    ['Numéro de l’acte', 'Date de réception en préfecture'],
    ["N° de l'acte", 'Date AR'],
    ['Nº acte', 'Accusé de réception'],
    ['NUMERO DE DELIBERATION', 'Date de l’accusé de réception'],
    ['N° de délibération', 'Date de transmission acquittée'],
    ['Délibération', 'Reçu en préfecture le'],
    ['numero_acte', 'date_ar'],
    ['Numéro', 'Date de réception préfecture'],
  ])('is known by its columns « %s » and « %s », in any order, under titles', async (numero, date) => {
    const rangees = ['Commission permanente;;;', ';;;', `Objet;${date};Matière;${numero}`, 'Aides;19/06/2026;7.5;2026-007']
    expect(await csv(rangees.join('\n'))).toEqual({ ok: true, value: [{ rang: 4, ...LUE }] })
  }) // prettier-ignore

  test('of several numbers and several days, takes the number of the act and the day of the receipt', async () => {
    const entete = 'Numéro;Date de réception;Date de l’acte;Numéro de l’acte;Accusé de réception;Date de transmission;Date AR' // prettier-ignore
    const rangee = '2026-001;17/06/2026;16/06/2026;2026-007;062-226200012-DE;18/06/2026;19/06/2026'
    expect(await csv(`${entete}\n${rangee}\n`)).toMatchObject({ value: [LUE] })
    expect(await csv('Numéro de l’acte;Date de transmission\n2026-007;18/06/2026\n')).toMatchObject({
      reason: 'PAS_DES_ACCUSES',
    })
  })

  test('is read in the encodings and the separators of the house', async () => {
    const texte = 'Numéro de délibération,Date de réception en préfecture\n2026-007,19/06/2026\n'
    for (const encodage of ['utf8', 'win1252', 'utf16le', 'macintosh', 'cp850'])
      expect([encodage, await lire(iconv.encode(texte, encodage, { addBOM: true }))]).toMatchObject([
        encodage,
        { value: [LUE] },
      ])
    expect(await csv(texte.replaceAll(',', '\t'))).toMatchObject({ value: [LUE] })
  })

  test('says what it could not read of a row, and leaves empty rows out', async () => {
    const lu = await csv('Numéro acte;Date AR\n\nAR 2026-007;hier\n;\n2026-8;\n')
    expect(lu).toMatchObject({
      value: [
        { rang: 3, numero: 'AR 2026-007', deliberation: null, recueLe: null, enAttente: false },
        { rang: 5, deliberation: { annee: 2026, rang: 8 }, recueLe: null, enAttente: true },
      ],
    })
  })

  test('reads the days of a workbook as such; a number that a spreadsheet took for a month is none', async () => {
    const classeur = new ExcelJS.Workbook()
    classeur.addWorksheet('Lisez-moi').addRow(['Export'])
    const page = classeur.addWorksheet('Actes')
    page.addRow(['Export du 20/06/2026'])
    page.addRow(['Date AR', 'Numéro de l’acte'])
    page.addRow([new Date('2026-06-19T00:00:00Z'), 'CP 2026-007'])
    page.addRow([new Date('2026-06-19T10:32:15Z'), new Date('2026-07-01T00:00:00Z')])
    const contenu = Buffer.from(await classeur.xlsx.writeBuffer())
    expect(await lireAccuses({ nom: 'a.xlsx', contenu })).toMatchObject({
      value: [
        { rang: 3, deliberation: { annee: 2026, rang: 7 }, recueLe: '2026-06-19' },
        { rang: 4, deliberation: null, recueLe: '2026-06-19' },
      ],
    })
  })

  test('refuses in words what is no such file', async () => {
    expect(await csv('Numéro;Objet\n1;2\n')).toMatchObject({
      reason: 'PAS_DES_ACCUSES',
      detail: expect.stringContaining('Numéro de l’acte, Date de réception en préfecture'),
    })
    expect(await csv('')).toMatchObject({ reason: 'VIDE' })
    expect(await csv('%PDF-1.7')).toMatchObject({ reason: 'AUTRE_FORMAT' })
  })
})

test('the day that a program writes with its hour is that of Paris', () => {
  for (const ecrit of [
    '19/06/2026',
    '19/06/2026 10:32',
    '19/06/2026 10:32:15',
    '2026-06-19 10:32:15.250',
    '2026-06-19T10:32:15',
    '2026-06-18T22:32:15Z',
    '2026-06-19T00:10:00+02:00',
    '2026-06-18T23:10:00.5+0000',
    '19 juin 2026 à 10 h 32',
  ])
    // prettier-ignore
    expect([ecrit, jourSaisi(ecrit)]).toEqual([ecrit, { ok: true, value: '2026-06-19' }])
  for (const ecrit of [
    'hier',
    '19/06/2026 matin',
    '31/06/2026 10:32:15',
    '2026-06-31T10:32:15Z',
    '2026-06-19T25:32:15Z',
  ])
    expect([ecrit, jourSaisi(ecrit).ok]).toEqual([ecrit, false])
})
