import { describe, expect, test } from 'vitest'
import type { Cellule } from '#domain/portail/cellule'
import { champDe, champsManquants, trouverEntete } from '#domain/portail/colonnes'
import type { Demande } from '#domain/portail/demande'
import { cleBrouillon } from '#domain/portail/demande'
import { lecteurDeListing, lireLigne } from '#domain/portail/listing'
import { differences, disparus, fusionner, rapprocher } from '#domain/portail/rapprochement'
import { dispositifDe, recule, sensDuStatut } from '#domain/portail/statut'

const BONNE: Record<string, string | Cellule> = {
  Type: 'Jumelages (public)',
  Numéro: '2025-01001',
  Objet: 'Jumelage à Pérouse (Italie)',
  Statut: 'En cours d’analyse',
  'Date de dépôt': '20/4/2025',
  'Montant demandé': '15 750,00',
  'Raison sociale': 'COMITE DE JUMELAGE DE MERICOURT',
  'Nature juridique': 'Association loi 1901',
  SIRET: '74842491800039',
  'Code Postal': '62680',
  Commune: 'MERICOURT',
  'Adresse mail': 'maelle.bailleul@exemple.test',
  'Coût total': '52 530,00',
}

const cellules = (textes: readonly (string | Cellule)[]) =>
  textes.map((texte) => (typeof texte === 'string' ? { texte } : texte))

/** Reads a line like the good one save for these columns; a heading not in the good one is a column more. */
function lire(ecarts: Record<string, string | Cellule> = {}) {
  const champs = { ...BONNE, ...ecarts }
  const entete = trouverEntete([{ numero: 1, cellules: cellules(Object.keys(champs)) }])
  return lireLigne({ numero: 2, cellules: cellules(Object.values(champs)) }, entete?.colonnes ?? [])
}

function demande(ecarts: Record<string, string | Cellule> = {}): Demande {
  const lue = lire(ecarts)
  if (lue.nature !== 'DEMANDE') throw new Error(JSON.stringify(lue))
  return lue.demande
}

describe('headings', () => {
  test.each([
    ['N°', 'numero'],
    ['N° de demande', 'numero'],
    ['NUMERO', 'numero'],
    ['Objet de la demande', 'objet'],
    ['Intitulé du projet*', 'objet'],
    ['ÉTAT', 'statut'],
    ['Déposé le', 'deposeLe'],
    ['Date du dépôt', 'deposeLe'],
    ['Montant de la subvention demandée (€)', 'montantDemande'],
    ['Montant demandé en euros', 'montantDemande'],
    ['Dénomination', 'raisonSociale'],
    ['N° SIRET', 'siret'],
    ['E-mail', 'courriel'],
    ['Mél', 'courriel'],
    ['Courriel', 'courriel'],
    ['Tél.', 'telephone'],
    ['CP', 'codePostal'],
    ['Représentant nom', 'representantNom'],
    ['Nom du représentant légal', 'representantNom'],
    ['Représentant légal – Prénom', 'representantPrenom'],
    ['Fonction du représentant légal', 'representantFonction'],
    ['Correspondant', 'correspondantNom'],
    ['Mail du correspondant', 'correspondantCourriel'],
    ['Correspondant / suivi du dossier - Téléphone', 'correspondantTelephone'],
    ['Nouveau SIRET', 'nouveauSiret'],
    ['Nouvelle commune', 'nouveauCommune'],
    ['Nouvelle adresse - Code postal', 'nouveauCodePostal'],
    ['Adresse - Commune', 'commune'],
    ['Structure : SIRET', 'siret'],
    ['Projet - Pays', 'pays'],
    ['Nb de jeunes', 'nbParticipants'],
    ['Date de début du séjour', 'dateDebut'],
    ['Budget total du projet', 'coutTotal'],
    ['Pays de destination', 'pays'],
    ['Couleur préférée', null],
  ])('%s is %s', (entete, champ) => expect(champDe(entete)).toBe(champ))

  test('the heading row is found under titles, in any order, and says what it lacks', () => {
    const lignes = [['Demandes', ''], [], ['Objet', 'Numéro', 'Action', 'Type']].map((textes, i) => ({
      numero: i + 1,
      cellules: cellules(textes),
    }))
    const entete = trouverEntete(lignes)
    expect(entete?.ligne).toBe(3)
    expect(entete?.colonnes.map(({ champ }) => champ)).toEqual(['objet', 'numero', 'type'])
    expect(entete && champsManquants(entete)).toEqual(['deposeLe', 'montantDemande', 'raisonSociale'])
    expect(trouverEntete([{ numero: 1, cellules: cellules(['a', 'b', 'c']) }])).toBeNull()
  })
})

describe('the portal’s words', () => {
  test('types of demande', () => {
    expect(dispositifDe('Pas-de-Calais, Mobilité Européenne et Internationale (public)')).toBe('MEI')
    expect(dispositifDe('JUMELAGES (public)')).toBe('JUMELAGES')
    expect(dispositifDe('Appel à projets Quartier Politique de la Ville')).toBeNull()
  })

  test.each([
    ['En cours de saisie', false, 'BROUILLON'],
    ['EN COURS DE SAISIE', true, 'REOUVERTE'],
    ["En cours d'analyse", true, 'DEPOSEE'],
    ['En cours d’instruction', true, 'EN_INSTRUCTION'],
    ['Demande de complément', true, 'INCOMPLETE'],
    ['Accordé', true, 'TERMINEE'],
    ['Inéligible', true, 'TERMINEE'],
    ['Bleu', true, null],
  ])('%s (numbered: %s) is %s', (statut, numerote, sens) => expect(sensDuStatut(statut, numerote)).toBe(sens))

  test('going back is seen', () => {
    expect(recule('DEPOSEE', 'REOUVERTE')).toBe(true)
    expect(recule('EN_INSTRUCTION', 'DEPOSEE')).toBe(true)
    expect(recule('BROUILLON', 'DEPOSEE')).toBe(false)
    expect(recule(null, 'DEPOSEE')).toBe(false)
  })
})

describe('a line is rejected only when it cannot be a demande', () => {
  test.each([
    [{ Numéro: '' }, 'Numéro', ''],
    [{ Numéro: '../2025-01001' }, 'Numéro', '../2025-01001'],
    [{ 'Montant demandé': 'beaucoup' }, 'Montant demandé', 'beaucoup'],
    [{ 'Montant demandé': '' }, 'Montant demandé', ''],
    [{ 'Montant demandé': '-12,00' }, 'Montant demandé', '-12,00'],
    [{ 'Date de dépôt': '4/20/2025' }, 'Date de dépôt', '4/20/2025'],
    [{ 'Date de dépôt': '' }, 'Date de dépôt', ''],
    [{ Type: 'Quartier Politique de la Ville' }, 'Type', 'Quartier Politique de la Ville'],
  ])('%j', (ecarts, colonne, valeur) => {
    expect(lire(ecarts)).toEqual({
      nature: 'REJET',
      rejet: { ligne: 2, colonne, valeur, motif: expect.stringMatching(/^[A-ZÉ].*\.$/) },
    })
  })

  test.each([
    [{ SIRET: '74842491800038' }, 'SIRET'],
    [{ SIRET: '7,48E+13' }, 'SIRET'],
    [{ SIRET: '' }, 'SIRET'],
    [{ 'Code Postal': '6268' }, 'Code Postal'],
    [{ 'Code Postal': '62000' }, 'Code Postal'],
    [{ Commune: 'ATLANTIS' }, 'Commune'],
    [{ 'Adresse mail': 'maelle' }, 'Adresse mail'],
    [{ 'Adresse mail': '' }, 'Adresse mail'],
    [{ Statut: 'Bleu' }, 'Statut'],
    [{ Objet: '' }, 'Objet'],
    [{ 'Raison sociale': '' }, 'Raison sociale'],
    [{ 'Coût total': 'cher' }, 'Coût total'],
    [{ 'Coût total': '100' }, 'Coût total'],
    [{ 'Date de fin': '31/02/2025' }, 'Date de fin'],
    [{ 'Date de début': '2/6/2025', 'Date de fin': '1/6/2025' }, 'Date de fin'],
    [{ 'Nombre de participants': 'douze' }, 'Nombre de participants'],
    [{ Tél: '12' }, 'Tél'],
    [{ RNA: 'X' }, 'RNA'],
    [{ 'Nature juridique': '9210 non déclarée' }, 'Nature juridique'],
    [{ 'Montant demandé': '0' }, 'Montant demandé'],
  ] as [Record<string, string>, string][])('%j is imported with an anomalie', (ecarts, colonne) => {
    expect(demande(ecarts).anomalies.map((anomalie) => anomalie.colonne)).toContain(colonne)
  })

  test('a good line has none', () => expect(demande().anomalies).toEqual([]))
})

describe('lines that are no demande', () => {
  test.each([
    [[], 'a blank line'],
    [['Total', '', '', '', '', '1 413 150,00'], 'a total'],
    [['', '', 'TOTAL GÉNÉRAL', '', '', '12'], 'a total elsewhere'],
    [Object.keys(BONNE), 'the heading again'],
  ])('%j', (textes) => {
    const colonnes = trouverEntete([{ numero: 1, cellules: cellules(Object.keys(BONNE)) }])?.colonnes ?? []
    expect(lireLigne({ numero: 9, cellules: cellules(textes) }, colonnes)).toEqual({ nature: 'RIEN' })
  })

  test('the same number twice: the second names the first', () => {
    const colonnes = trouverEntete([{ numero: 1, cellules: cellules(Object.keys(BONNE)) }])?.colonnes ?? []
    const lecteur = lecteurDeListing(colonnes)
    expect(lecteur({ numero: 2, cellules: cellules(Object.values(BONNE)) }).nature).toBe('DEMANDE')
    expect(lecteur({ numero: 7, cellules: cellules(Object.values(BONNE)) })).toMatchObject({
      nature: 'REJET',
      rejet: { ligne: 7, colonne: 'Numéro', motif: 'Ce numéro est déjà celui de la ligne 2.' },
    })
  })
})

describe('typed cells, drafts and unlocked demandes', () => {
  test('numbers and dates of a workbook read as their texts do', () => {
    const typee = demande({
      'Montant demandé': { texte: '15750', nombre: 15750 },
      'Date de dépôt': { texte: '45767', date: '2025-04-20' },
      SIRET: { texte: '7.48E+13', nombre: 74842491800039 },
    })
    expect(typee).toEqual(demande())
  })

  test('a draft may still lack its amount', () => {
    const brouillon = demande({ Numéro: '', 'Date de dépôt': '', 'Montant demandé': '', Statut: 'En cours de saisie' })
    expect(brouillon).toMatchObject({ numero: null, etat: 'BROUILLON', montantDemande: 0n, deposeLe: null })
  })

  test('« En cours de saisie » on a numbered line is a demande reopened, still deposited', () => {
    expect(demande({ Statut: 'En cours de saisie' })).toMatchObject({
      etat: 'DEPOSE',
      sens: 'REOUVERTE',
      deposeLe: '2025-04-20',
    })
  })

  test('an unknown column is kept under its own heading', () =>
    expect(demande({ Couleur: 'bleu' }).donnees['+Couleur']).toBe('bleu'))

  test('the key of a draft survives Windows-1252', () => {
    const cle = (objet: string) => cleBrouillon({ siret: '748 424 918 00039', type: 'JUMELAGES', objet })
    expect(cle('Jumelage à Iași')).toBe(cle('JUMELAGE A IA?I'))
    expect(cle('Jumelage à Cork')).not.toBe(cle('Jumelage à Herne'))
  })
})

describe('two deliveries of one demande', () => {
  const connue = { donnees: demande().donnees, numero: '2025-01001' }

  test('unchanged, changed field by field, or gone back', () => {
    expect(rapprocher(null, demande())).toEqual({ nature: 'NOUVELLE' })
    expect(rapprocher(connue, demande())).toEqual({ nature: 'INCHANGEE' })
    expect(rapprocher(connue, demande({ 'Montant demandé': '16 000' }))).toEqual({
      nature: 'CHANGEE',
      differences: [{ champ: 'montantDemande', avant: '15\u202F750,00', apres: '16\u202F000,00' }],
    })
    expect(rapprocher(connue, demande({ Statut: 'En cours de saisie' }))).toMatchObject({
      nature: 'RECUL',
      differences: [{ champ: 'statut' }],
    })
  })

  test('a column that is no longer there, or letters lost on the way, change nothing', () => {
    expect(differences({ objet: 'Iași', pays: 'Roumanie' }, { objet: 'Ia?i' })).toEqual([])
    expect(fusionner({ objet: 'Iași', pays: 'Roumanie' }, { objet: 'Ia?i', sigle: 'X' })).toEqual({
      objet: 'Iași',
      pays: 'Roumanie',
      sigle: 'X',
    })
    expect(differences({ pays: 'Roumanie' }, { pays: '' })).toEqual([{ champ: 'pays', avant: 'Roumanie', apres: '' }])
    expect(disparus(['2025-01001', '2025-01002'], new Set(['2025-01002']))).toEqual(['2025-01001'])
  })
})
