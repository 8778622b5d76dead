import { describe, expect, test } from 'vitest'
import { nonExigees } from '#domain/campagne/exigence'
import { REGLAGES_PAR_DEFAUT, type Reglages } from '#domain/campagne/reglages'
import { GENRES } from '#domain/structure/genre'
import { datesDeCampagne, faitsDuReglement } from '#libelles/campagne/annonce'
import { AU_GENRE } from '#libelles/structure'

const faits = (change: Partial<Reglages>) =>
  Object.fromEntries(faitsDuReglement({ ...REGLAGES_PAR_DEFAUT.JUMELAGES, ...change }))

/** Spaces as a hand types them. */
const simple = (texte: string | undefined) => texte?.replace(/[\u00a0\u202f]/g, ' ')

describe('what the page of a campagne says of its règlement', () => {
  test('who may ask is always said: those it names, or all where it names none', () => {
    expect(faits({ genresEligibles: ['association', 'ecole_privee'] })['Qui peut demander']).toBe(
      'association, école privée (OGEC)',
    )
    expect(faits({ genresEligibles: [] })['Qui peut demander']).toBe(
      'toutes les structures, quelle que soit leur nature',
    )
  })

  test('what it gives, what it does not, and what comes after the deposit are said', () => {
    const dits = faits({
      ...{ tauxMax: 0.5, montantMinCents: 50_000n, montantMaxCents: 1_000_000n, maxParStructure: 1 },
      ...{ partPubliqueMax: 0.75, cofinancementExige: true, complementJours: 15, seuilConventionCents: 2_500_000n },
      ...{
        tauxAcompte: 0.6,
        bilanDuJours: 90,
        minParticipants: 4,
        ageMin: 12,
        ageMax: 25,
        pays: ['Pologne', 'Sénégal'],
      },
      ...{ projetDu: '2027-01-01', projetAu: '2027-12-31' },
    })
    expect(Object.fromEntries(Object.entries(dits).map(([nom, valeur]) => [nom, simple(valeur)]))).toMatchObject({
      Pays: 'Pologne, Sénégal',
      'Âge des jeunes': 'de 12 à 25 ans',
      Participants: 'au moins 4 jeunes',
      Projets: 'du 1er janvier 2027 au 31 décembre 2027',
      'Montant de l’aide': 'de 500,00 € à 10 000,00 €',
      'Part du coût': 'au plus 50 %',
      'Argent public': 'au plus 75 % du coût, aides publiques réunies',
      'Autre financement': 'exigé : le Département ne paie pas tout',
      'Demandes par structure': '1 au plus',
      'Pièces manquantes': 'à envoyer sous 15 jours quand la mission les demande',
      Convention: 'signée au-dessus de 25 000,00 €, avec une structure de droit privé',
      Versement: 'acompte de 60 %, puis le solde sur bilan, sous 90 jours',
    })
  })

  test('what it says nothing of is left out', () => {
    const dits = Object.keys(faits({ partPubliqueMax: null }))
    for (const nom of [
      'Pays',
      'Âge des jeunes',
      'Participants',
      'Projets',
      'Montant de l’aide',
      'Part du coût',
      'Argent public',
    ])
      expect(dits).not.toContain(nom)
  })

  test('its dates are those of who asks, then those of who decides once they are known, in their order', () => {
    const jours = { ouverteLe: '2027-03-01', echeanceFiche: '2027-06-15', echeanceDepot: '2027-09-30' } as const
    const sans = datesDeCampagne(jours, { commissionLe: null, seancesCp: [] })
    expect(sans).toEqual([
      ['Ouverture', '1er mars 2027'],
      ['Fiche pré-projet, pour être aidé', 'jusqu’au 15 juin 2027'],
      ['Dépôt de la demande', 'jusqu’au 30 septembre 2027 inclus, heure de Paris'],
    ])
    const seancesCp = ['2027-12-13', '2027-11-08'] as const
    expect(datesDeCampagne(jours, { commissionLe: '2027-10-12', seancesCp: [...seancesCp] })).toEqual([
      ...sans,
      ['Avis de la commission', '12 octobre 2027'],
      ['Vote de la Commission permanente', '8 novembre 2027, 13 décembre 2027'],
    ])
  })
})

describe('what is asked of others and not of this genre', () => {
  const lignes = [
    { genre: 'association', code: 'STATUTS' },
    { genre: 'association', code: 'RIB' },
    { genre: 'commune', code: 'RIB' },
    { genre: 'commune', code: 'DELIBERATION' },
    { genre: 'fondation', code: 'STATUTS' },
  ] as const

  test('is said once, and what is asked of it in any case is not of it', () => {
    expect(nonExigees(lignes, 'commune')).toEqual(['STATUTS'])
    expect(nonExigees(lignes, 'association')).toEqual(['DELIBERATION'])
    expect(nonExigees([...lignes, { genre: 'commune', code: 'STATUTS' }], 'commune')).toEqual([])
  })

  test('of a genre of which nothing is said, nothing is said to be spared', () => {
    expect(nonExigees(lignes, 'eple')).toEqual([])
    expect(nonExigees([], 'commune')).toEqual([])
  })

  test('every genre is named as one to which something is asked', () => {
    expect(GENRES.map((genre) => AU_GENRE[genre]).filter((dit) => !/^à une? /.test(dit))).toEqual([])
  })
})
