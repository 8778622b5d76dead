import { expect, test } from 'vitest'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { faitsDeDemande, signalementsDits } from '#domain/demande-en-ligne/verification'
import { enMotsDuDemandeur } from '#libelles/demande-en-ligne/verification'

const AUTOUR: Parameters<typeof faitsDeDemande>[1] = {
  genre: 'association',
  siret: '12345678900011',
  voisins: [],
  aujourdhui: '2027-06-01',
  siretDuBudget: null,
  reglages: { ...REGLAGES_PAR_DEFAUT.JUMELAGES, montantMinCents: 100_000n, tauxMax: 0.5 },
  campagne: { annee: 2027, echeanceDepot: '2027-09-30' },
}

const dits = (
  reponses: Parameters<typeof faitsDeDemande>[0],
  autour: Partial<Parameters<typeof faitsDeDemande>[1]> = {},
) => signalementsDits(faitsDeDemande(reponses, { ...AUTOUR, ...autour }))

test('of an amount that is not answered, or by what will not do, nothing is said', () => {
  expect(dits({ coutTotal: '1500' })).toEqual([])
  expect(dits({ montantDemande: '10 €', coutTotal: '1500' })).toEqual([])
  expect(dits({ montantDemande: '900', coutTotal: '1500' }).map(({ regle }) => regle)).toEqual(['MONTANT', 'TAUX'])
})

test('a project that has begun, a day that is none and the SIRET of another are looked at as they are', () => {
  expect(dits({ dateDebut: 'demain', dateFin: '' })).toEqual([])
  expect(dits({ dateDebut: '01/06/2027' }).map(({ regle }) => regle)).toContain('DEJA_COMMENCE')
  const [siret] = dits({}, { siretDuBudget: '987 654 321 00011' })
  expect(siret && enMotsDuDemandeur(siret, { id: 'x', structureId: 's', code: 'c' })).toEqual({
    regle: 'SIRET',
    phrase:
      'Une personne qui instruit verra que le SIRET du budget (987 654 321 00011) n’est pas celui de votre structure (123\u00a0456\u00a0789\u00a000011).',
    aFaire: 'Revoir le budget donné',
    vers: '/extranet/demandes/x/pieces#piece-BUDGET_PROJET',
  })
})
