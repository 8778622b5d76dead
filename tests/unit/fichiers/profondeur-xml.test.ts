import { expect, test } from 'vitest'
import { PROFONDEUR_MAX, readXml } from '#fichiers/document/xml'
import { readDocument } from '#fichiers/document/document'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { mimeReel } from '#fichiers/courriel/type-de-contenu'
import { ouvrirTableau } from '#fichiers/tableau/tableau'
import { texteWord, unDocx } from '#support/documents'
import { zipBrut } from '#support/zip-brut'

const niche = (contenu: string, fois: number) => `${'<a>'.repeat(fois)}${contenu}${'</a>'.repeat(fois)}`

const word = async (fois: number) => {
  const contenu = unDocx(niche(texteWord('Pays : Irlande'), fois))
  const piece = {
    nom: 'a.docx',
    contenu,
    type: '',
    typeReel: await mimeReel(contenu),
    taille: contenu.length,
    sha256: '',
    dansLeTexte: false,
  }
  const lu = await readDocument(piece)
  return lu.ok ? null : lu.reason
}

const RELS = '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const LIVRE = '<workbook xmlns:r="r"><sheets><sheet name="Budget" sheetId="1" r:id="r1"/></sheets></workbook>'
const rangee = (r: number, ...cellules: string[]) =>
  `<row r="${r}">${cellules.map((texte) => `<c t="str"><v>${texte}</v></c>`).join('')}</row>`
const RANGEES = [
  rangee(1, 'CHARGES', 'Montant', 'PRODUITS', 'Montant'),
  `<row r="2"><c t="str"><v>Achats</v></c><c><v>100</v></c><c t="str"><v>Ventes</v></c><c><v>100</v></c></row>`,
].join('')
const classeur = (fois: number) =>
  zipBrut([
    { nom: 'xl/workbook.xml', contenu: Buffer.from(LIVRE) },
    { nom: 'xl/_rels/workbook.xml.rels', contenu: Buffer.from(RELS) },
    {
      nom: 'xl/worksheets/sheet1.xml',
      contenu: Buffer.from(`<worksheet><sheetData>${niche(RANGEES, fois)}</sheetData></worksheet>`),
    },
  ])

const budget = async (fois: number) => {
  const lu = await ouvrirBudget(classeur(fois), 'budget.xlsx')
  return lu.lisible ? null : lu.motif
}

/** The lines of the one sheet, or null where reading stops. */
const lignesDuListing = async (fois: number) => {
  const tableau = await ouvrirTableau({ nom: 'x.xlsx', contenu: classeur(fois) })
  if (!tableau.ok) return null
  let lues = 0
  try {
    for await (const _ of tableau.value[0]?.lignes() ?? []) lues += 1
    return lues
  } catch {
    return null
  }
}

test('what is nested deeper than any program writes is read by nobody, well-formed as it is', async () => {
  const permis = PROFONDEUR_MAX - 100
  expect([await word(permis), await budget(permis), await lignesDuListing(permis)]).toEqual([null, null, 2])
  expect(await word(PROFONDEUR_MAX)).toBe('XML_ILLISIBLE')
  expect(await budget(PROFONDEUR_MAX)).toContain('abîmé')
  expect(await lignesDuListing(PROFONDEUR_MAX)).toBeNull()
})

test('the bound counts what is open, not what was read', () => {
  const rien = () => undefined
  const ecoute = { ouvrir: rien, fermer: rien, texte: rien }
  const lire = (xml: string) => readXml(Buffer.from(xml), ecoute).ok
  expect(lire(`<x>${'<a></a>'.repeat(PROFONDEUR_MAX * 4)}</x>`)).toBe(true)
  expect([lire(niche('', PROFONDEUR_MAX)), lire(niche('', PROFONDEUR_MAX + 1))]).toEqual([true, false])
})
