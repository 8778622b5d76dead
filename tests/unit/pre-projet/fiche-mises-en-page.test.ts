import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { tableauWord, texteWord, unDocx, unFormulairePdf, unOdt, unPdf } from '#support/documents'
import { COMPLETE, lireJointe, valeurs } from '#support/pre-projet/fiche-complete'

test('a Word document in one column: a label, then its value below, in sections', async () => {
  const { fiche } = await lireJointe(
    'fiche.docx',
    unDocx(
      texteWord(
        'APPEL À PROJETS 2025',
        '',
        '1. La structure',
        'Nom de l’organisme porteur *',
        'Comité de jumelage de Lillers',
        'N° SIRET (14 chiffres)',
        '740 398 482 00019',
        'Ville',
        '62190 LILLERS',
        '2. Le projet',
        'Titre de l’action :',
        'Chantier franco-polonais',
        'Pays',
        'Pologne',
        'Ville',
        'Katowice',
        'Date de début',
        '03/09/2025',
        'Date de fin',
        '12 septembre 2025',
        'Combien de jeunes participent ?',
        'environ 24 jeunes',
        '3. Le budget',
        'Coût prévisionnel du projet (en euros)',
        '12 500',
        'Montant de la subvention sollicitée',
        '4 000 euros',
      ),
    ),
  )
  expect(valeurs(fiche)).toMatchObject({ ...COMPLETE, commune: 'LILLERS', codePostal: '62190' })
  expect(fiche?.aRelire).toEqual([])
})

test('a Word table in four columns, with ticked boxes, merged rows and a content control left to fill', async () => {
  const aRemplir =
    '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Cliquez ou appuyez ici pour entrer du texte.</w:t></w:r></w:p></w:sdtContent></w:sdt>'
  const { fiche } = await lireJointe(
    'fiche.docx',
    unDocx(
      tableauWord(
        ['Identification du demandeur'],
        [
          'Raison sociale',
          'Comité de jumelage de Lillers',
          'Nature juridique',
          '☐ Commune\n☒ Association\n☐ Établissement scolaire',
        ],
        ['SIRET', '740.398.482.00019', 'Téléphone', '+33 (0)3 53 01 92 53'],
        ['Nom', 'DURIEZ', 'Prénom', 'Camille'],
        ['Présentation du projet'],
        ['Nom du projet', 'Chantier franco-polonais', 'Destination', 'Katowice (Pologne)'],
        ['Début', 'Fin', 'Nb de jeunes', 'Tranche d’âge'],
        ['3/9/2025', '12/9/2025', '24', '14-17 ans'],
        ['Budget total', '12.500,00 €', 'Aide sollicitée auprès du Département', '4 000'],
        ['Thématique', aRemplir, 'Autres financeurs', 'OFAJ : 3 000 €'],
      ),
    ),
  )
  expect(valeurs(fiche)).toMatchObject({
    ...COMPLETE,
    genre: 'Association',
    contact: 'Camille DURIEZ',
    telephone: '0353019253',
    age: '14-17 ans',
    autresFinanceurs: 'OFAJ : 3 000 €',
  })
  expect(fiche?.champs.theme).toBeUndefined()
})

test('a PDF in two columns of print, with a value that goes on below and a label on two rows', async () => {
  const { fiche } = await lireJointe(
    'fiche.pdf',
    await unPdf([
      { texte: 'FICHE PRÉ-PROJET', x: 200, y: 800, gras: true },
      { texte: 'Structure', x: 50, y: 760, gras: true },
      { texte: 'Comité de jumelage de Lillers', x: 200, y: 760 },
      { texte: 'Intitulé de l’action', x: 50, y: 740 },
      { texte: 'Chantier', x: 200, y: 740 },
      { texte: 'franco-polonais', x: 200, y: 728 },
      { texte: 'Montant de l’aide', x: 50, y: 708 },
      { texte: '4 000 €', x: 200, y: 708 },
      { texte: 'demandée', x: 50, y: 696 },
      { texte: 'Coût total', x: 50, y: 676 },
      { texte: '12500 euros', x: 200, y: 676 },
      { texte: 'Pays : Pologne', x: 50, y: 650 },
      { texte: 'Ville : Katowice', x: 300, y: 650 },
      { texte: 'Dates : 3 - 12 septembre 2025', x: 50, y: 630 },
      { texte: 'Nombre de jeunes : 24', x: 300, y: 630 },
      { texte: 'SIRET : 74039848200019', x: 50, y: 610 },
    ]),
  )
  expect(valeurs(fiche)).toMatchObject(COMPLETE)
})

test('a PDF form whose fields have names that say nothing: the label is beside', async () => {
  const { fiche } = await lireJointe(
    'formulaire.pdf',
    await unFormulairePdf([
      { libelle: 'Nom de la structure', valeur: 'Comité de jumelage de Lillers' },
      { libelle: 'SIRET', valeur: '740 398 482 00019' },
      { libelle: 'Intitulé', valeur: 'Chantier franco-polonais' },
      { libelle: 'Pays et ville de destination', valeur: 'Pologne - Katowice' },
      { libelle: 'Dates', valeur: '03/09/25 au 12/09/25' },
      { libelle: 'Effectif', valeur: '24' },
      { libelle: 'Coût total', valeur: '12 500 EUR' },
      { libelle: 'Subvention demandée', valeur: '4000' },
    ]),
  )
  expect(valeurs(fiche)).toMatchObject(COMPLETE)
})

test('an OpenDocument text with tabs and dots between label and value', async () => {
  const { fiche } = await lireJointe(
    'fiche.odt',
    unOdt(
      'Organisme\tComité de jumelage de Lillers',
      'SIRET ........ 740 398 482 00019',
      'Projet\tChantier franco-polonais',
      'Lieu du séjour\tKatowice, Pologne',
      'Période de réalisation\tdu mercredi 3 au vendredi 12 septembre 2025',
      'Nombre d’élèves\tvingt-quatre',
      'Budget prévisionnel\t12,5 k€',
      'Financement demandé\t4 000,00 €',
    ),
  )
  expect(valeurs(fiche)).toMatchObject(COMPLETE)
})

test('a workbook whose sheet is the form, dates and amounts as numbers', async () => {
  const classeur = new ExcelJS.Workbook()
  const feuille = classeur.addWorksheet('Fiche')
  feuille.addRows([
    ['FICHE PRÉ-PROJET'],
    ['Structure', COMPLETE.structure],
    ['SIRET', 74039848200019],
    ['Intitulé', COMPLETE.titre],
    ['Pays', 'Pologne', 'Ville', 'Katowice'],
    ['Début', new Date('2025-09-03'), 'Fin', new Date('2025-09-12')],
    ['Nombre de jeunes', 24],
    ['Coût total', 12500, 'Subvention souhaitée', 4000],
  ])
  const { fiche } = await lireJointe('fiche.xlsx', Buffer.from(await classeur.xlsx.writeBuffer()))
  expect(valeurs(fiche)).toMatchObject(COMPLETE)
})
