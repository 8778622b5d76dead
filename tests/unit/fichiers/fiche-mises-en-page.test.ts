import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { Champ, FicheLue } from '#domain/pre-projet/fiche'
import { readEml } from '#fichiers/courriel-eml'
import { readFiche } from '#fichiers/fiche-recue'
import { unCourriel } from '#support/courriels'
import { tableauWord, texteWord, unDocx, unFormulairePdf, unOdt, unPdf } from '#support/documents'

async function lire(courriel: Buffer) {
  const lu = await readEml(courriel)
  if (!lu.ok) throw new Error(lu.detail)
  return readFiche(lu.value)
}

const joint = (nom: string, contenu: Buffer) =>
  lire(unCourriel({ texte: 'Ci-joint notre fiche pré-projet.', pieces: [{ nom, contenu }] }))

/** The values of these fields, without where and how they were read. */
const valeurs = (fiche: FicheLue | null) =>
  Object.fromEntries(Object.entries(fiche?.champs ?? {}).map(([champ, lu]) => [champ, lu.valeur])) as Partial<
    Record<Champ, unknown>
  >

const COMPLETE = {
  structure: 'Comité de jumelage de Lillers',
  siret: '74039848200019',
  titre: 'Chantier franco-polonais',
  pays: 'Pologne',
  ville: 'Katowice',
  dateDebut: '2025-09-03',
  dateFin: '2025-09-12',
  nbJeunes: 24,
  coutTotal: 1_250_000n,
  montantSouhaite: 400_000n,
}

test('a Word document in one column: a label, then its value below, in sections', async () => {
  const { fiche } = await joint(
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
  const { fiche } = await joint(
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
  const { fiche } = await joint(
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
  const { fiche } = await joint(
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
  const { fiche } = await joint(
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

test('the body of a mail in ISO-8859-15, wrapped by the sender, that declares nothing', async () => {
  const texte = iconv.encode(
    [
      'Bonjour,',
      '',
      'Structure = Comité de jumelage de Lillers',
      'SIRET 740 398 482 00019',
      'Intitulé : Chantier franco-polonais',
      'Pays : Pologne   Ville : Katowice',
      'Dates prévues : du 3/9/2025 au 12/9/2025',
      'Participants : 24 jeunes et 3 accompagnateurs',
      'Coût total : 12 500 €',
      'Subvention souhaitée : 4 000 €',
      'Description : des ateliers et',
      'une restitution : œuvre commune, été compris.',
      '',
      'Cordialement,',
      'Camille',
    ].join('\r\n'),
    'windows-1252',
  )
  const { fiche } = await lire(unCourriel({ texte, entetes: { 'Content-Transfer-Encoding': '8bit' } }))
  expect(valeurs(fiche)).toMatchObject({
    ...COMPLETE,
    description: 'des ateliers et\nune restitution : œuvre commune, été compris.',
  })
})

test('an HTML body alone, laid out by a table within a table', async () => {
  const rangees = [
    ['Porteur du projet', 'Comité de jumelage de Lillers'],
    ['Siret', '74039848200019'],
    ['Titre', 'Chantier franco-polonais'],
    ['Pays d’accueil', 'Pologne'],
    ['Ville d’accueil', 'Katowice'],
    ['Dates', 'Début&nbsp;: 3/9/2025<br>Fin&nbsp;: 12/9/2025'],
    ['Jeunes', '24'],
    ['Coût du projet', '12&#8239;500&nbsp;€'],
    ['Montant demandé', '4 000 €'],
  ]
  const html = `<table><tr><td><p>Bonjour</p><table>${rangees.map(([a, b]) => `<tr><th>${a}</th><td>${b}</td></tr>`).join('')}</table></td></tr></table><script>Pays : Faux</script>`
  const { fiche } = await lire(
    unCourriel({
      texte: html,
      entetes: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Transfer-Encoding': '8bit' },
    }),
  )
  expect(valeurs(fiche)).toMatchObject(COMPLETE)
})

test('a fiche in a mail joined to the mail is found', async () => {
  const dedans = unCourriel({
    texte: 'Voir fiche',
    pieces: [
      {
        nom: 'fiche.odt',
        contenu: unOdt(
          'Structure : Comité de jumelage de Lillers',
          'Titre : Chantier franco-polonais',
          'Pays : Pologne',
          'Nombre de jeunes : 24',
        ),
      },
    ],
  })
  const { fiche } = await lire(
    unCourriel({ texte: 'Pour suite à donner', pieces: [{ nom: 'TR.eml', contenu: dedans, type: 'message/rfc822' }] }),
  )
  expect(valeurs(fiche)).toMatchObject({ titre: 'Chantier franco-polonais', nbJeunes: 24 })
})

test('what is wrong or unsure is to be read again, with its words and its reason', async () => {
  const { fiche } = await joint(
    'fiche.docx',
    unDocx(
      tableauWord(
        ['Structure', 'Mairie de X'],
        ['SIRET', '123 456 789 12345'],
        ['Titre', 'Échange'],
        ['Pays', 'Syldavie'],
        ['Ville', '……………'],
        ['Dates', 'du 12/9/2025 au 3/9/2025'],
        ['Nombre de jeunes', '30 à 40'],
        ['Coût total', '3 000 €'],
        ['Subvention demandée', '4 000 €'],
      ),
    ),
  )
  expect(fiche?.aRelire).toEqual([
    'siret',
    'pays',
    'ville',
    'dateDebut',
    'dateFin',
    'nbJeunes',
    'coutTotal',
    'montantSouhaite',
  ])
  expect(fiche?.champs.siret).toMatchObject({ valeur: '12345678912345', doute: 'SIRET_INVALIDE' })
  expect(fiche?.champs.nbJeunes).toMatchObject({
    valeur: null,
    texteLu: '30 à 40',
    doute: 'PLUSIEURS_VALEURS',
    source: { endroit: 'tableau 1, ligne 7' },
  })
  expect(fiche?.champs.dateFin?.doute).toBe('FIN_AVANT_DEBUT')
  expect(fiche?.champs.montantSouhaite?.doute).toBe('SUBVENTION_SUPERIEURE_AU_COUT')
})

test('a signature with a SIRET and a telephone, or a budget, is no fiche', async () => {
  const signature =
    'Bonjour, quand ouvre la plateforme ?\n\nCamille\nAssociation : Les Amis\nSIRET : 740 398 482 00019\nTél : 03 53 01 92 53\nMail : c@exemple.test'
  expect((await lire(unCourriel({ texte: signature }))).fiche).toBeNull()
  const { fiche, pieces } = await joint(
    'budget.docx',
    unDocx(tableauWord(['Charges', 'Produits'], ['Achats', '3 000'], ['Total', '3 000'])),
  )
  expect(fiche).toBeNull()
  expect(pieces).toEqual([{ nom: 'budget.docx', lu: true }])
})
