import { describe, expect, test } from 'vitest'
import { type FaitsFiche, suggerer } from '#domain/pre-projet/suggestions'

describe('what the facts suggest', () => {
  const faits: FaitsFiche = {
    structureNom: 'Comité de jumelage de Lillers',
    genre: 'association',
    siret: '73282932000074',
    commune: 'Lillers',
    codePostal: '62190',
    pays: 'Pologne',
    partenaire: 'Ville de Katowice',
    dateDebut: '2025-09-03',
    dateFin: '2025-09-12',
    nbJeunes: 24,
    age: '13 à 15 ans',
    coutTotalCents: 1_250_000n,
    montantSouhaiteCents: 400_000n,
    autresFinanceurs: 'Région',
    autres: [],
    joints: ['Programme du séjour.pdf'],
    campagne: { annee: 2025, echeanceDepot: '2025-09-30' },
    reglages: {
      genresEligibles: ['association'],
      pays: [],
      projetDu: null,
      projetAu: null,
      minParticipants: null,
      ageMin: 12,
      ageMax: 25,
      maxParStructure: null,
      tauxMax: null,
      montantMaxCents: null,
    },
  }
  const dit = (code: string, change: Partial<FaitsFiche> = {}) => suggerer({ ...faits, ...change }, '2025-05-06')[code]

  test('a sound fiche: yes to all that facts can tell, and nothing of what only a person can judge', () => {
    const suggestions = suggerer(faits, '2025-05-06')
    expect(new Set(Object.values(suggestions).map(({ reponse }) => reponse))).toEqual(new Set(['OUI']))
    expect(Object.keys(suggestions)).not.toContain('BENEFICE_JEUNES')
    expect(Object.keys(suggestions)).not.toContain('CER_SIGNE')
  })

  test('a contrat d’engagement joined to the fiche is a yes whose signature is to be looked at; no file says nothing', () => {
    const joints = ['Programme du séjour.pdf', 'CER asso signé.pdf']
    expect(dit('CER_SIGNE', { joints })).toEqual({
      reponse: 'OUI',
      indice: 'Joint à la fiche\u00a0: CER asso signé.pdf. Vérifiez qu’il est signé.',
    })
    expect(dit('CER_SIGNE', { joints: [] })).toBeUndefined()
  })

  test.each([
    ['13 a 15 ans', 'OUI', '24 jeunes annoncés, de 13 à 15 ans ; la campagne admet de 12 à 25 ans.'],
    ['entre 12 et 25', 'OUI', 'de 12 à 25 ans'],
    ['14 ans', 'OUI', 'de 14 à 14 ans'],
    ['11-14 ans', 'A_PRECISER', 'Âges lus dans la fiche : de 11 à 14 ans ; la campagne admet de 12 à 25 ans.'],
    ['15 à 26 ans', 'A_PRECISER', 'de 15 à 26 ans'],
  ])('ages « %s » against those of the campagne: %s', (age, reponse, indice) => {
    const suggestion = dit('PUBLIC_VISE', { age })
    expect(suggestion?.reponse).toBe(reponse)
    expect(suggestion?.indice.replaceAll('\u00a0', ' ')).toContain(indice)
  })

  test('what is not two ages and nothing else, or a campagne that bounds no age, is left to a person; too few is no whatever the ages', () => {
    for (const age of [
      '',
      'collégiens',
      '13 à 15 ans, sauf deux de 11',
      '3e et 4e',
      '15 à 13 ans',
      'de 13 ans et plus',
      '13, 14 et 30',
    ])
      expect(dit('PUBLIC_VISE', { age }), age).toBeUndefined()
    for (const borne of ['ageMin', 'ageMax'] as const)
      expect(dit('PUBLIC_VISE', { reglages: { ...faits.reglages, [borne]: null } })).toBeUndefined()
    expect(dit('PUBLIC_VISE', { reglages: { ...faits.reglages, minParticipants: 25 } })?.reponse).toBe('NON')
  })

  test.each([
    ['STRUCTURE_ELIGIBLE', { genre: 'entreprise' }, 'NON', 'n’est pas admise'],
    ['STRUCTURE_ELIGIBLE', { siret: '73282932000075' }, 'A_PRECISER', 'clé du SIRET est fausse'],
    ['TERRITOIRE', { commune: 'Lille', codePostal: '59000' }, 'A_PRECISER', '59000 Lille'],
    ['PAYS_ELIGIBLE', { pays: 'FRANCE' }, 'NON', 'en France'],
    ['PAS_COMMENCE', { dateDebut: '2025-05-01' }, 'NON', '01/05/2025'],
    ['UNE_DEMANDE', { autres: [{ titre: 'Chantier', recuLe: '2025-04-02' }] }, 'NON', '« Chantier »'],
    ['PARTENAIRE', { partenaire: ' ' }, 'A_PRECISER', 'ne nomme pas'],
    ['COFINANCEMENT', { autresFinanceurs: '', montantSouhaiteCents: 1_250_000n }, 'NON', 'tout le coût'],
    ['BUDGET_REALISTE', { montantSouhaiteCents: 1_300_000n }, 'NON', 'dépasse le coût'],
    ['DATES_CAMPAGNE', { dateDebut: null }, 'A_PRECISER', 'date de départ'],
  ] as const)('%s with %o is %s', (code, change, reponse, indice) => {
    const suggestion = dit(code, change)
    expect(suggestion?.reponse).toBe(reponse)
    expect(suggestion?.indice.replaceAll('\u00a0', ' ')).toContain(indice)
  })
})
