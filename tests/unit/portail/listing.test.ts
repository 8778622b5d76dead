import { describe, expect, test } from 'vitest'
import type { Cellule } from '#domain/portail/cellule'
import { trouverEntete } from '#domain/portail/colonnes'
import type { DemandeLue } from '#domain/portail/demande-lue'
import { cleBrouillon } from '#domain/portail/demande-lue'
import { lecteurDeListing, lireLigne } from '#domain/portail/listing'
import { differences, fusionner, rapprocher } from '#domain/portail/rapprochement'

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

function demandeLue(ecarts: Record<string, string | Cellule> = {}): DemandeLue {
  const lue = lire(ecarts)
  if (lue.nature !== 'DEMANDE') throw new Error(JSON.stringify(lue))
  return lue.demandeLue
}

describe('a line is rejected only when it cannot be a demande', () => {
  test.each([
    [{ Numéro: '' }, 'Numéro', ''],
    [{ Numéro: '../2025-01001' }, 'Numéro', '../2025-01001'],
    [{ 'Montant demandé': 'beaucoup' }, 'Montant demandé', 'beaucoup'],
    [{ 'Montant demandé': '' }, 'Montant demandé', ''],
    [{ 'Montant demandé': '-12,00' }, 'Montant demandé', '-12,00'],
    [{ 'Date de dépôt': '4/20/2025' }, 'Date de dépôt', '4/20/2025'],
    [{ 'Date de dépôt': '' }, 'Date de dépôt', ''],
    [{ Type: 'Mobillité' }, 'Type', 'Mobillité'],
    [{ Type: '' }, 'Type', ''],
  ])('%j', (ecarts, colonne, valeur) => {
    expect(lire(ecarts)).toMatchObject({
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
    expect(demandeLue(ecarts).anomalies.map((anomalie) => anomalie.colonne)).toContain(colonne)
  })

  test('a good line has none', () => expect(demandeLue().anomalies).toEqual([]))
})

test.each(['Quartier Politique de la Ville', 'QPV 2025', 'Pas-de-Calais, Sport de haut niveau (public)'])(
  '%s is another aid of the portal: out of scope, and no rejection',
  (Type) => {
    expect(lire({ Type })).toEqual({
      nature: 'HORS_PERIMETRE',
      ecartee: { ligne: 2, numero: '2025-01001', type: Type },
    })
  },
)

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
    const typee = demandeLue({
      'Montant demandé': { texte: '15750', nombre: 15750 },
      'Date de dépôt': { texte: '45767', date: '2025-04-20' },
      SIRET: { texte: '7.48E+13', nombre: 74842491800039 },
    })
    expect(typee).toEqual(demandeLue())
  })

  test('a draft may still lack its amount', () => {
    const brouillon = demandeLue({
      Numéro: '',
      'Date de dépôt': '',
      'Montant demandé': '',
      Statut: 'En cours de saisie',
    })
    expect(brouillon).toMatchObject({ numero: null, etat: 'BROUILLON', montantDemande: 0n, deposeLe: null })
  })

  test('« En cours de saisie » on a numbered line is a demande reopened, still deposited', () => {
    expect(demandeLue({ Statut: 'En cours de saisie' })).toMatchObject({
      etat: 'DEPOSE',
      sens: 'REOUVERTE',
      deposeLe: '2025-04-20',
    })
  })

  test('an unknown column is kept under its own heading', () =>
    expect(demandeLue({ Couleur: 'bleu' }).donnees['+Couleur']).toBe('bleu'))

  test('the key of a draft survives Windows-1252', () => {
    const cle = (objet: string) => cleBrouillon({ siret: '748 424 918 00039', type: 'JUMELAGES', objet })
    expect(cle('Jumelage à Iași')).toBe(cle('JUMELAGE A IA?I'))
    expect(cle('Jumelage à Cork')).not.toBe(cle('Jumelage à Herne'))
  })
})

describe('two deliveries of one demande', () => {
  const connue = { donnees: demandeLue().donnees, numero: '2025-01001' }

  test('unchanged, changed field by field, or gone back', () => {
    expect(rapprocher(null, demandeLue())).toEqual({ nature: 'NOUVELLE' })
    expect(rapprocher(connue, demandeLue())).toEqual({ nature: 'INCHANGEE' })
    expect(rapprocher(connue, demandeLue({ 'Montant demandé': '16 000' }))).toEqual({
      nature: 'CHANGEE',
      differences: [{ champ: 'montantDemande', avant: '15\u202f750,00', apres: '16\u202f000,00' }],
    })
    expect(rapprocher(connue, demandeLue({ Statut: 'En cours de saisie' }))).toMatchObject({
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
  })
})
