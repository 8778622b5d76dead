import type { StructureAttendue } from '#domain/piece/signalement-structure'
import { describe, expect, test } from 'vitest'
import { AUCUNE_REGLE, reglesParDefaut } from '#domain/piece/regles-validite'
import { estNote, lireSignalements } from '#domain/piece/signalement'
import { type FaitsDePiece, signalerContenu } from '#domain/piece/signalement-texte'
import { datesDuTexte, type LectureDePiece } from '#domain/piece/texte-de-piece'
import { uneLecture } from './lecture'

const STRUCTURE: StructureAttendue = {
  nom: 'LES AMIS DE L’EUROPE - LENS',
  sigle: '',
  genre: 'association',
  sirets: ['82811035300020'],
  rna: 'W621876377',
}

const faits = (code: string, change: Partial<FaitsDePiece> = {}): FaitsDePiece => ({
  code,
  type: 'pdf',
  regles: reglesParDefaut(code),
  annee: 2025,
  deposeLe: '2025-04-20',
  structure: STRUCTURE,
  ...change,
})

const signaler = (code: string, lecture: LectureDePiece, change: Partial<FaitsDePiece> = {}) =>
  signalerContenu(lecture, faits(code, change))

const problemes = (code: string, lignes: string[], change: Partial<FaitsDePiece> = {}) =>
  signaler(code, uneLecture(lignes), change).map(({ probleme }) => probleme)

const LETTRE = [
  'Les Amis de l’Europe – Lens',
  'Lens, le 14 mars 2025',
  'à Monsieur le Président du Conseil départemental du Pas-de-Calais',
  'Monsieur le Président, nous sollicitons une subvention de 4 500 €.',
  'Veuillez agréer, Monsieur le Président, nos salutations.',
]

describe('a date and a signature', () => {
  test('are found in a letter as people write one', () => {
    expect(problemes('LETTRE', [...LETTRE, 'La présidente,', 'Inès Delcroix'])).toEqual([])
    expect(problemes('LETTRE', [...LETTRE, 'Signé : Inès Delcroix'])).toEqual([])
    expect(problemes('LETTRE', [...LETTRE, 'Lu et approuvé'])).toEqual([])
    expect(problemes('LETTRE', LETTRE)).toEqual(['SANS_SIGNATURE'])
  })

  test('the Président du Conseil départemental, to whom it is sent, signs nothing', () => {
    const lignes = [...LETTRE.slice(1), 'Le Président du Conseil départemental', 'Les Amis de l’Europe Lens']
    expect(
      problemes(
        'LETTRE',
        lignes.filter((ligne) => !/signé/.test(ligne)),
      ),
    ).toContain('SANS_SIGNATURE')
  })

  test('a title that says « signée » is no signature', () => {
    expect(problemes('ATTESTATION_HONNEUR', ['Attestation signée', 'Amis de l’Europe, Lens'])).toEqual([
      'SANS_SIGNATURE',
    ])
  })

  test('an electronic signature is one, and an image may hold one', () => {
    expect(signaler('LETTRE', uneLecture(LETTRE, { signee: true }))).toEqual([])
    const [signale] = signaler('LETTRE', uneLecture(LETTRE, { aImage: true }))
    expect(signale?.detail).toContain('Une image du document')
  })

  test('a date that is missing is told; a law, a birth and a telephone are no date', () => {
    const lignes = [
      'Les Amis de l’Europe – Lens',
      'Loi du 1er juillet 1901',
      'Né le 12/03/1970',
      'Tél. 03.12.11.10.09',
      'Le président',
    ]
    expect(problemes('LETTRE', lignes)).toEqual(['SANS_DATE'])
    expect(problemes('LETTRE', [...lignes, 'Fait à Lens, le 3/4/25'])).toEqual([])
    expect(problemes('LETTRE', [...lignes, 'mars 2025'])).toEqual([])
  })

  test('nothing is called absent from a text read in part: beside a picture, or too long', () => {
    for (const partie of [{ images: [2], pages: 2 }, { tronquee: true }])
      expect(signaler('LETTRE', uneLecture(['Amis de l’Europe, Lens'], partie))).toEqual([])
  })
})

test('days are read as documents write them', () => {
  const { lignes } = uneLecture([
    'Arras, le 1er juin 2025',
    '3/4/2025 et 03.04.25',
    '2025-05-06',
    'août 2024',
    'le 31/02/2025',
  ])
  expect(datesDuTexte(lignes).map(({ jour }) => jour)).toEqual([
    '2025-06-01',
    '2025-04-03',
    '2025-04-03',
    '2025-05-06',
    '2024-08-31',
  ])
})

describe('the year', () => {
  test('N-1 in the accounts, N in the budget, of the campagne', () => {
    const lire = (ligne: string) => ['Amis de l’Europe, Lens', ligne, 'Le trésorier']
    expect(problemes('COMPTES_N1', lire('Compte de résultat 2024'))).toEqual([])
    expect(problemes('COMPTES_N1', lire('Exercice 2023/24'))).toEqual([])
    expect(problemes('COMPTES_N1', lire('Clos le 31/12/24'))).toEqual([])
    const [signale] = signaler('COMPTES_N1', uneLecture(lire('Compte de résultat 2023')))
    expect(signale).toMatchObject({ probleme: 'ANNEE_ABSENTE', preuve: { page: 1, mots: 'Compte de résultat 2023' } })
    expect(signale?.detail).toBe('L’année 2024 ne se lit pas dans le texte. Années lues\u00a0: 2023.')
    expect(problemes('BUDGET_STRUCTURE_N', lire('Budget 2024'))).toEqual(['ANNEE_ABSENTE'])
    expect(problemes('BUDGET_STRUCTURE_N', lire('Budget 2026'), { annee: 2026 })).toEqual([])
  })
})

describe('the age', () => {
  test('a justificatif of three months to the day is not too old; one day more is', () => {
    expect(problemes('DOMICILE_JEUNES', ['Facture du 20/01/2025'])).toEqual([])
    expect(problemes('DOMICILE_JEUNES', ['Facture du 19/01/2025'])).toEqual(['PERIMEE'])
  })

  test('a due date after the deposit makes nothing young, and each page is looked at', () => {
    const vieille = [['Facture du 10/04/2025'], ['Facture du 02/09/2024', 'Prochain relevé le 02/09/2025']]
    const [signale] = signaler('DOMICILE_JEUNES', uneLecture(vieille))
    expect(signale).toMatchObject({ probleme: 'PERIMEE', preuve: { page: 2, mots: '02/09/2024' } })
    expect(signale?.detail).toContain('plus de 3 mois avant le dépôt')
  })

  test('a contrat d’engagement républicain quotes older laws, and is not older than itself', () => {
    const cer = ['Amis de l’Europe, Lens', 'Décret n° 2021-1947 du 31 décembre 2021', 'Le président']
    expect(problemes('CER', [...cer, 'Fait le 15/01/2024'])).toEqual([])
    expect(problemes('CER', [...cer, 'Fait le 15/01/2020'])).toEqual(['DATE_TROP_ANCIENNE'])
  })
})

describe('another structure', () => {
  const signee = ['Fait le 14/3/2025', 'Signé : Zoé Merlin']

  test('is known by its SIRET, and not when ours is there too', () => {
    const [signale] = signaler('STATUTS', uneLecture(['MAISON DES JEUNES', 'SIRET 747 486 520 00022', ...signee]))
    expect(signale).toMatchObject({ probleme: 'AUTRE_STRUCTURE', preuve: { mots: 'SIRET 747 486 520 00022' } })
    expect(problemes('STATUTS', ['SIRET 747 486 520 00022', 'SIRET 82811035300038', ...signee])).toEqual([])
  })

  test('is known by its name when nothing names ours, and by its RNA', () => {
    const nom = signaler('STATUTS', uneLecture(['CLUB DE VOILE DE BOULOGNE', ...signee]))
    expect(nom.map(({ probleme }) => probleme)).toEqual(['AUTRE_STRUCTURE'])
    expect(nom[0]?.detail).toContain('CLUB DE VOILE DE BOULOGNE')
    expect(problemes('RECEPISSE_PREF', ['Récépissé', 'W621000001'])).toEqual(['AUTRE_STRUCTURE'])
    expect(problemes('RECEPISSE_PREF', ['Récépissé', 'W621876377'])).toEqual([])
  })

  test('is not looked for in what names a family, a partner or the Département', () => {
    expect(problemes('DOMICILE_JEUNES', ['EDF SIRET 552 081 317 66522', 'le 14/3/2025'])).toEqual([])
    expect(problemes('LETTRE', [...LETTRE, 'SIRET 226 200 012 00012', 'Signé : I. D.'])).toEqual([])
  })

  test('a text that says nothing of anybody accuses nobody', () => {
    expect(problemes('STATUTS', ['Article 1', 'Association régie par la loi de 1901', ...signee])).toEqual([])
  })
})

test('a scan is not accused of what no machine reads in it', () => {
  const scan = uneLecture([], { images: [1], aImage: true })
  expect(signaler('LETTRE', scan).map(({ probleme }) => probleme)).toEqual(['SCAN_SANS_TEXTE'])
  expect(signaler('DIRIGEANTS', scan, { regles: AUCUNE_REGLE })).toEqual([])
})

test('a locked or broken document, blank pages among others and a budget that is no workbook are told', () => {
  expect(signaler('LETTRE', { etat: 'PROTEGEE' })).toMatchObject([{ probleme: 'PDF_PROTEGE' }])
  expect(signaler('LETTRE', { etat: 'ILLISIBLE' })).toMatchObject([{ probleme: 'PDF_ILLISIBLE' }])
  expect(signaler('LETTRE', { etat: 'NON_LUE' })).toEqual([])
  const [pages] = signaler('PROGRAMME', uneLecture([['Jour 1'], [], []], { blanches: [2, 3] }))
  expect(pages).toMatchObject({ probleme: 'PAGES_BLANCHES', preuve: { page: 2 } })
  expect(pages?.detail).toBe('Les pages 2, 3 sont blanches (le document en compte 3).')
  expect(problemes('BUDGET_PROJET', ['Budget'], { type: 'pdf' })).toEqual(['PAS_UN_CLASSEUR'])
})

test('what lasts from year to year is no surprise; the same letter as last year is', () => {
  const revu = { probleme: 'MEME_QUE_L_AN_DERNIER', detail: '' } as const
  expect([estNote(revu, 'STATUTS'), estNote(revu, 'LETTRE'), estNote(revu, null)]).toEqual([true, false, false])
  expect(estNote({ probleme: 'DEJA_VU', detail: '', preuve: { dossier: '2025-00001' } }, 'STATUTS')).toBe(false)
})

test('what a column holds in another form is left out', () => {
  const bon = { probleme: 'SANS_DATE', detail: 'x', preuve: { page: 2, mots: 'y' } }
  expect(lireSignalements([bon, { probleme: 'INCONNU', detail: '' }, null, 3, { detail: 'x' }])).toEqual([bon])
  expect(lireSignalements({})).toEqual([])
})
