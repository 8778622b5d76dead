import { describe, expect, test } from 'vitest'
import { campagneDuDepot, type Ouverture } from '#domain/campagne/campagne-de-depot'
import { reglementSuivant, unAnPlusTard } from '#domain/campagne/campagne-suivante'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { type CampagneVivante, faireVivre } from '#domain/campagne/vie-campagne'
import { direDate } from '#libelles/campagne/effet-reglages'

describe('the same day a year later', () => {
  test.each([
    ['2025-06-13', '2026-06-12', 'a Friday stays a Friday'],
    ['2025-01-01', '2026-01-01', 'the first of the year'],
    ['2025-09-30', '2026-09-30', 'the last of a month'],
    ['2025-09-01', '2026-09-01', 'the first of a month'],
    ['2027-02-28', '2028-02-29', 'the last of February, whatever its length'],
    ['2028-02-29', '2029-02-28', 'and back'],
    ['2025-12-31', '2026-12-31', 'the last of the year'],
  ])('%s gives %s: %s', (avant, apres) => {
    expect(unAnPlusTard(avant)).toBe(apres)
  })

  test('every day of a règlement follows, and the year of its name', () => {
    const suivant = reglementSuivant(
      {
        libelle: 'Mobilité 2025',
        ouverteLe: '2025-01-01',
        echeanceFiche: '2025-06-13',
        echeanceDepot: '2025-09-30',
        enveloppeCents: 10n,
        reglages: {
          ...REGLAGES_PAR_DEFAUT.MEI,
          commissionLe: '2025-10-14',
          seancesCp: ['2025-11-17', '2025-12-15'],
          projetDu: '2025-01-01',
          projetAu: '2026-08-31',
          texteReglement: 'Article 1',
        },
      },
      2025,
    )
    expect(suivant).toMatchObject({
      libelle: 'Mobilité 2026',
      ouverteLe: '2026-01-01',
      echeanceFiche: '2026-06-12',
      echeanceDepot: '2026-09-30',
      enveloppeCents: 10n,
      reglages: {
        ageMin: 12,
        commissionLe: '2026-10-13',
        seancesCp: ['2026-11-16', '2026-12-14'],
        projetDu: '2026-01-01',
        projetAu: '2027-08-31',
        // Voted for one year: nobody reads it as the next one’s.
        texteReglement: '',
      },
    })
  })

  test('both days are said with their day of the week', () => {
    expect(direDate('2025-06-13', '2026-06-12')).toBe(
      'L’an dernier\u00a0: vendredi 13 juin 2025. Proposé\u00a0: vendredi 12 juin 2026.',
    )
    expect(direDate('12/05/2025, 14/07/2025', '11/05/2026')).toBe(
      'L’an dernier\u00a0: lundi 12 mai 2025, lundi 14 juillet 2025 (férié). Proposé\u00a0: lundi 11 mai 2026.',
    )
    expect(direDate('', '')).toBe('Rien l’an dernier.')
  })
})

describe('the life of a campagne', () => {
  const campagne: CampagneVivante = {
    etat: 'EN_PREPARATION',
    echeanceDepot: '2026-09-30',
    fermeeLe: null,
    exigencesPubliees: true,
    sansSignataire: false,
    enCours: 0,
  }
  const vivre = (change: Partial<CampagneVivante>, acte: Parameters<typeof faireVivre>[1], today = '2026-10-01') =>
    faireVivre({ ...campagne, ...change }, acte, today)

  test.each([
    ['EN_PREPARATION', 'ouvrirCampagne', { etat: 'OUVERTE', fermeeLe: null }],
    ['OUVERTE', 'fermerCampagne', { etat: 'FERMEE', fermeeLe: '2026-10-01' }],
  ] as const)('%s: %s', (etat, acte, value) => {
    expect(vivre({ etat }, acte)).toEqual({ ok: true, value })
  })

  test('closed on a day, it stays so while it is put away and taken out; open again it says no day', () => {
    const fermee = { fermeeLe: '2026-10-01' }
    expect(vivre({ ...fermee, etat: 'FERMEE' }, 'archiverCampagne', '2027-03-01')).toEqual({
      ok: true,
      value: { etat: 'ARCHIVEE', ...fermee },
    })
    expect(vivre({ ...fermee, etat: 'ARCHIVEE' }, 'desarchiverCampagne', '2027-03-01')).toEqual({
      ok: true,
      value: { etat: 'FERMEE', ...fermee },
    })
    expect(vivre({ ...fermee, etat: 'FERMEE' }, 'rouvrirCampagne')).toEqual({
      ok: true,
      value: { etat: 'OUVERTE', fermeeLe: null },
    })
  })

  test.each([
    [{ etat: 'OUVERTE' }, 'ouvrirCampagne', 'ACTE_IMPOSSIBLE', undefined],
    [{ etat: 'OUVERTE' }, 'archiverCampagne', 'ACTE_IMPOSSIBLE', undefined],
    [{ exigencesPubliees: false }, 'ouvrirCampagne', 'SANS_PIECES', undefined],
    [{ sansSignataire: true }, 'ouvrirCampagne', 'SANS_SIGNATAIRE', undefined],
    [{ etat: 'OUVERTE', echeanceDepot: '2026-10-01' }, 'fermerCampagne', 'AVANT_ECHEANCE', '2026-10-01'],
    [{ etat: 'FERMEE', enCours: 3 }, 'archiverCampagne', 'DOSSIERS_EN_COURS', '3'],
  ] as const)('%o, %s: %s', (change, acte, reason, detail) => {
    expect(vivre(change, acte)).toEqual({ ok: false, reason, ...(detail && { detail }) })
  })
})

describe('which deposits it takes', () => {
  const une = (annee: number, change: Partial<Ouverture> = {}): Ouverture => ({
    dispositif: 'MEI',
    annee,
    ouverteLe: `${annee - 1}-11-01`,
    echeanceDepot: `${annee}-09-30`,
    enPreparation: false,
    fermeeLe: null,
    ...change,
  })
  const deposer = (le: string, campagnes: Ouverture[]) => campagneDuDepot('MEI', le, campagnes)

  test('none before somebody opens it, whatever its day of opening', () => {
    expect(deposer('2025-11-20', [une(2025), une(2026)]).annee).toBe(2026)
    expect(deposer('2025-11-20', [une(2025), une(2026, { enPreparation: true })])).toEqual({
      annee: 2025,
      avantOuverture: false,
    })
  })

  test('a deposit of its own year is put under it all the same, and that it is not open is said', () => {
    expect(deposer('2026-02-01', [une(2026, { enPreparation: true })])).toEqual({ annee: 2026, avantOuverture: true })
  })

  test('none after the day it was closed, and those of before whenever they come', () => {
    const campagnes = [
      une(2026, { ouverteLe: '2025-12-01' }),
      une(2027, { ouverteLe: '2026-11-01', fermeeLe: '2026-12-31' }),
    ]
    expect(deposer('2026-12-31', campagnes).annee).toBe(2027)
    expect(deposer('2027-01-02', [...campagnes, une(2028, { ouverteLe: '2026-12-01' })]).annee).toBe(2028)
    expect(deposer('2026-12-15', [une(2027, { ouverteLe: '2026-11-01', fermeeLe: '2026-12-10' })]).annee).toBe(2026)
  })

  test('of those opened the same day, the one whose last day is not past, then the earliest year, in whatever order they are read', () => {
    const jour = { ouverteLe: '2025-01-01' }
    const close = une(2027, { ...jour, echeanceDepot: '2025-01-31' })
    const [courte, longue] = [une(2025, jour), une(2026, { ...jour, echeanceDepot: '2026-09-30' })]
    for (const campagnes of [
      [close, courte, longue],
      [longue, courte, close],
    ]) {
      expect(deposer('2025-09-10', campagnes).annee).toBe(2025)
      expect(deposer('2025-11-10', campagnes).annee).toBe(2026)
    }
  })
})
