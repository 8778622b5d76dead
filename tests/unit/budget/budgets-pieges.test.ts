import { expect, test } from 'vitest'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { zipBrut, type EntreeBrute } from '#support/zip-brut'

const RELS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
const LIVRE = `<workbook xmlns:r="r"><sheets><sheet name="Budget" sheetId="1" r:id="r1"/></sheets></workbook>`
const ENTETE = `<row r="1"><c r="A1" t="inlineStr"><is><t>CHARGES</t></is></c><c r="B1" t="str"><v>Montant</v></c><c r="C1" t="str"><v>PRODUITS</v></c><c r="D1" t="str"><v>Montant</v></c></row>`
const LIGNE = `<row r="2"><c r="A2" t="str"><v>Achats</v></c><c r="B2"><v>100</v></c><c r="C2" t="str"><v>Ventes</v></c><c r="D2"><v>100</v></c></row>`

const feuille = (contenu: string, avant = '') =>
  `<?xml version="1.0"?>${avant}<worksheet><sheetData>${contenu}</sheetData></worksheet>`
const classeur = (xml: string, autres: EntreeBrute[] = []) =>
  zipBrut([
    { nom: 'xl/workbook.xml', contenu: Buffer.from(LIVRE) },
    { nom: 'xl/_rels/workbook.xml.rels', contenu: Buffer.from(RELS) },
    { nom: 'xl/worksheets/sheet1.xml', contenu: Buffer.from(xml) },
    ...autres,
  ])
const motifDe = async (contenu: Buffer) => {
  const lu = await ouvrirBudget(contenu, 'budget.xlsx')
  return lu.lisible ? null : lu.motif
}

test('the bare workbook these tests begin from is a budget', async () => {
  expect(await motifDe(classeur(feuille(ENTETE + LIGNE)))).toBeNull()
})

test('amounts drawn from other workbooks are refused: nobody can follow them', async () => {
  const lien = { nom: 'xl/externalLinks/externalLink1.xml', contenu: Buffer.from('<externalLink/>') }
  expect(await motifDe(classeur(feuille(ENTETE + LIGNE), [lien]))).toContain('d’autres classeurs')
})

test('macros are refused', async () => {
  const macros = { nom: 'xl/vbaProject.bin', contenu: Buffer.from('x') }
  expect(await motifDe(classeur(feuille(ENTETE + LIGNE), [macros]))).toContain('macros')
})

test('a bomb is refused before it is read', async () => {
  const bombe = { nom: 'xl/media/image1.png', contenu: Buffer.alloc(120_000_000) }
  expect(await motifDe(classeur(feuille(ENTETE + LIGNE), [bombe]))).toContain('trop lourd')
})

test('too many cells are refused', async () => {
  const rangees = Array.from(
    { length: 2_100 },
    (_, i) => `<row r="${i + 3}">${'<c t="n"><v>1</v></c>'.repeat(100)}</row>`,
  )
  expect(await motifDe(classeur(feuille(ENTETE + LIGNE + rangees.join(''))))).toContain('trop de cellules')
})

test('an entity of its own is never opened', async () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "1"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
  const avecEntite = LIGNE.replace('<v>100</v>', '<v>&b;</v>')
  expect(await motifDe(classeur(feuille(ENTETE + avecEntite, doctype)))).toContain('abîmé')
})

test('a sheet that points out of the workbook, a merge of everything and a name of everything do no harm', async () => {
  const xml = feuille(ENTETE + LIGNE).replace('</worksheet>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>') // prettier-ignore
  const noms = LIVRE.replace('</workbook>', '<definedNames><definedName name="TOTAL_CHARGES">Budget!$A$1:$XFD$1048576</definedName><definedName name="TOTAL_PRODUITS">#REF!</definedName></definedNames></workbook>') // prettier-ignore
  const contenu = zipBrut([
    { nom: 'xl/workbook.xml', contenu: Buffer.from(noms) },
    { nom: 'xl/_rels/workbook.xml.rels', contenu: Buffer.from(RELS) },
    { nom: 'xl/worksheets/sheet1.xml', contenu: Buffer.from(xml) },
  ])
  const lu = await ouvrirBudget(contenu, 'budget.xlsx')
  expect(lu.lisible && lu.budget.nommes).toEqual({})
  const dehors = zipBrut([
    { nom: 'xl/workbook.xml', contenu: Buffer.from(LIVRE) },
    {
      nom: 'xl/_rels/workbook.xml.rels',
      contenu: Buffer.from(RELS.replace('worksheets/sheet1.xml', '../../etc/passwd')),
    },
  ])
  expect(await motifDe(dehors)).toContain('ne contient pas de tableau')
})
