import { describe, expect, test, vi } from 'vitest'
import { bornerHtml } from '#fichiers/courriel/html-borne'
import { enFil } from '#support/en-fil'
import { zipBrut } from '#support/zip-brut'

// A reader that ends takes a second at most; the deadline of the thread is what fails, however slow the machine.
vi.setConfig({ testTimeout: 60_000 })

const RELS = '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const LIVRE = '<workbook xmlns:r="r"><sheets><sheet name="Budget" sheetId="1" r:id="r1"/></sheets></workbook>'

const classeur = (feuille: string, styles = '<styleSheet/>') =>
  zipBrut([
    { nom: 'xl/workbook.xml', contenu: Buffer.from(LIVRE) },
    { nom: 'xl/_rels/workbook.xml.rels', contenu: Buffer.from(RELS) },
    { nom: 'xl/styles.xml', contenu: Buffer.from(styles) },
    { nom: 'xl/worksheets/sheet1.xml', contenu: Buffer.from(`<worksheet>${feuille}</worksheet>`) },
  ])

const RANGEES = `<sheetData><row r="1"><c t="str"><v>CHARGES</v></c><c t="str"><v>Montant</v></c><c t="str"><v>PRODUITS</v></c><c t="str"><v>Montant</v></c></row>
<row r="2"><c t="str"><v>Achats</v></c><c><v>100</v></c><c t="str"><v>Ventes</v></c><c><v>100</v></c></row></sheetData>`

const budget = (contenu: Buffer) =>
  enFil('fichiers/classeur/classeur-budget.server.ts', 'ouvrirBudget', [contenu, 'budget.xlsx']) as Promise<{
    lisible: boolean
  }>

describe('columns and rows of a sheet', () => {
  test.each(['-1e300', '1e300', '', '16385'])(
    'a hidden column from %s is out of the sheet: the rest is read',
    async (min) => {
      const lu = await budget(classeur(`<cols><col min="${min}" max="1e300" hidden="1"/></cols>${RANGEES}`))
      expect(lu.lisible).toBe(true)
    },
  )

  test('a row of a number that no sheet has is the next one', async () => {
    const lu = await budget(classeur(RANGEES.replace('r="2"', 'r="1e300" hidden="1"')))
    expect(lu.lisible).toBe(true)
  })
})

test('a format of millions of brackets is cut, and the sheet is read', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(4_000_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`
  const lu = (await enFil('fichiers/document/document.server.ts', 'readDocument', [
    {
      nom: 'x.xlsx',
      contenu: classeur(RANGEES, styles),
      typeReel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      taille: 7_600,
    },
  ])) as { ok: boolean }
  expect(lu.ok).toBe(true)
})

test.each(['(', '(a', '"'])('a date of 200,000 « %s » is no date', async (signe) => {
  const entete = { key: 'date', line: `Date: ${signe.repeat(200_000)}` }
  const lu = (await enFil('fichiers/courriel/entetes-eml.server.ts', 'entetesDe', [{ headerLines: [entete] }])) as {
    date: Date | null
  }
  expect(lu.date).toBeNull()
})

describe('the HTML of a mail', () => {
  const page = (html: string) =>
    enFil('fichiers/courriel/html-de-courriel.server.ts', 'nettoyerHtml', [html]) as Promise<string>

  test.each([
    ['<div>'.repeat(390_000), 'nested'],
    ['<div></x>'.repeat(200_000), 'nested, with ends of what was never open'],
    ['<p>x'.repeat(400_000), 'never closed'],
    ['<!--'.repeat(400_000), 'comments in comments'],
    [`<a ${'"'.repeat(1_500_000)}`, 'a quote that never ends'],
    [`<a${' a='.repeat(500_000)}`, 'attributes without a value'],
    ['<'.repeat(1_500_000), 'signs that open nothing'],
    [`<p style="${'a:b;'.repeat(500)}">`.repeat(900), 'long styles'],
  ])('%#: is shown, whatever it holds', async (html) => {
    expect(await page(`Bonjour ${html}`)).toContain('Bonjour')
  })

  test('keeps what is shown, closes what is open, and drops what is not', () => {
    expect(
      bornerHtml(
        '<P class=x>a<p>b<li>c<li>d</ul><br/><img src="cid:1" alt=\'e"f\'>1 < 2 <!-- x --><style>p{}</style><b>z</i>',
      ),
    ).toBe('<p class="x">a</p><p>b<li>c</li><li>d<br><img src="cid:1" alt="e&quot;f">1 &lt; 2 <b>z</b></li></p>')
  })

  test('a table whose cells are never closed keeps its rows', () => {
    expect(bornerHtml('<table><tr><td>a<td>b<tr><td>c</table>d')).toBe(
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d',
    )
  })
})
