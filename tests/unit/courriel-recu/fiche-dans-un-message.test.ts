import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { unCourriel } from '#support/courriels'
import { tableauWord, unDocx, unOdt } from '#support/documents'
import { COMPLETE, lireFiche, lireJointe, valeurs } from '#support/pre-projet/fiche-complete'

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
  const { fiche } = await lireFiche(unCourriel({ texte, entetes: { 'Content-Transfer-Encoding': '8bit' } }))
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
  const { fiche } = await lireFiche(
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
  const { fiche } = await lireFiche(
    unCourriel({ texte: 'Pour suite à donner', pieces: [{ nom: 'TR.eml', contenu: dedans, type: 'message/rfc822' }] }),
  )
  expect(valeurs(fiche)).toMatchObject({ titre: 'Chantier franco-polonais', nbJeunes: 24 })
})

test('what is wrong or unsure is to be read again, with its words and its reason', async () => {
  const { fiche } = await lireJointe(
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
  expect((await lireFiche(unCourriel({ texte: signature }))).fiche).toBeNull()
  const { fiche, pieces } = await lireJointe(
    'budget.docx',
    unDocx(tableauWord(['Charges', 'Produits'], ['Achats', '3 000'], ['Total', '3 000'])),
  )
  expect(fiche).toBeNull()
  expect(pieces).toEqual([{ nom: 'budget.docx', lu: true }])
})

test('the answers to a blank fiche are read between its quoted labels, and a quoted fiche under words of thanks', async () => {
  const lignes = [
    ['Nom de la structure :', 'Comité de jumelage de Lillers'],
    ['Titre :', 'Chantier franco-polonais'],
    ['Pays :', 'Pologne'],
    ['Nombre de jeunes :', '24'],
  ]
  const attribution = 'Le 2 juin 2025 à 10:00, MCEI <mcei@exemple.test> a écrit :\n'
  const remplie = lignes.map(([libelle, reponse]) => `> ${libelle}\n${reponse}`).join('\n')
  const citee = lignes.map(([libelle, reponse]) => `> ${libelle} ${reponse}`).join('\n')
  for (const texte of [remplie, citee]) {
    const { fiche } = await lireFiche(unCourriel({ texte: `Bonjour, merci.\n\n${attribution}\n${texte}` }))
    expect(valeurs(fiche)).toMatchObject({ titre: 'Chantier franco-polonais', nbJeunes: 24 })
  }
})
