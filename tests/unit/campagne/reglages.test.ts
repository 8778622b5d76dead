import { expect, test } from 'vitest'
import { lireReglages, REGLAGES_PAR_DEFAUT, reglagesEnJson } from '#domain/campagne/reglages'
import { manqueAuSignataire, signataireDesLettres } from '#domain/courriel/signature'

const reglages = {
  ...REGLAGES_PAR_DEFAUT.MEI,
  montantMaxCents: 1_500_000n,
  commissionLe: '2025-07-03',
  seancesCp: ['2025-09-15'],
  tauxMax: 0.5,
  pays: ['Pologne'],
}

test('réglages come back from a JSON column as they were', () => {
  expect(lireReglages(JSON.parse(JSON.stringify(reglagesEnJson(reglages))), 'MEI')).toEqual(reglages)
})

test('an empty column gives what a new campagne starts from', () => {
  expect(lireReglages({}, 'JUMELAGES')).toEqual(REGLAGES_PAR_DEFAUT.JUMELAGES)
  expect(lireReglages(null, 'MEI')).toEqual(REGLAGES_PAR_DEFAUT.MEI)
})

test('what is of the wrong kind is not believed', () => {
  const lus = lireReglages(
    {
      montantMaxCents: '15000',
      commissionLe: '2025-02-31',
      tauxAcompte: -1,
      genresEligibles: ['commune', 'martien'],
      deverrouillage: { joursMin: 20, joursDefaut: 5, joursMax: 3 },
      signataire: { nom: 42 },
    },
    'MEI',
  )
  expect(lus).toMatchObject({
    montantMaxCents: null,
    commissionLe: null,
    tauxAcompte: 0.7,
    genresEligibles: ['commune'],
    deverrouillage: { joursMin: 2, joursDefaut: 5, joursMax: 15 },
    signataire: REGLAGES_PAR_DEFAUT.MEI.signataire,
  })
})

test('a null is an answer: the règlement sets no limit', () => {
  expect(lireReglages({ ageMin: null, partPubliqueMax: null }, 'MEI')).toMatchObject({
    ageMin: null,
    partPubliqueMax: null,
  })
})

test('a letter is signed by whom the campagne names for it; nobody named, by whom its mails name; named by half, by nobody', () => {
  const signataire = { ...reglages.signataire, prenom: 'Jeanne', nom: 'Martin', qualite: 'chargée de mission' }
  const signe = (signataireLettres: object) =>
    signataireDesLettres(lireReglages({ signataire, signataireLettres }, 'MEI'))
  expect(signe({ prenom: ' ', nom: '' })).toEqual(signataire)
  const nommee = { prenom: 'Hélène', nom: 'Caron', qualite: 'directrice, par délégation' }
  expect(signe(nommee)).toEqual({ ...signataire, ...nommee })
  expect(manqueAuSignataire(signe({ ...nommee, qualite: '' }))).toEqual(['qualite'])
})
