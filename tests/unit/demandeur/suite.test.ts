import { describe, expect, test } from 'vitest'
import { prochaineSeance } from '#domain/campagne/prochaine-seance'
import { correspondantDe } from '#domain/demande-en-ligne/reponses'
import { estRendu, type EtatDit, lireEtatDit } from '#domain/demandeur/etat-dit'
import { ETATS } from '#domain/dossier/etat'
import { sensDuStatut, type SensStatut } from '#domain/portail/statut-portail'
import { phraseAvancement } from '#libelles/demande-en-ligne/demande-en-ligne'
import { STATUT_DU_PORTAIL, statutDuPortail } from '#libelles/demandeur/statut-du-portail'
import { direSuite, type SuiteConnue } from '#libelles/demandeur/suite'

const DITS = ETATS.flatMap((etat) => lireEtatDit(etat) ?? [])

describe('the statut of a dossier, in the words of the portal', () => {
  const extranet = { origine: 'EXTRANET', statutPortail: 'En cours d’analyse', rouverte: false } as const
  const portail = { ...extranet, origine: 'PORTAIL' } as const

  test.each(DITS)('what it says of %s is read back as that by who reads the listings', (etat) => {
    const lu: SensStatut | null = sensDuStatut(STATUT_DU_PORTAIL[etat], etat !== 'BROUILLON')
    const attendus: Partial<Record<EtatDit, SensStatut>> = {
      ...{ BROUILLON: 'BROUILLON', DEPOSE: 'DEPOSEE', INCOMPLET: 'INCOMPLETE' },
      ...{ COMPLET: 'EN_INSTRUCTION', EN_INSTRUCTION: 'EN_INSTRUCTION' },
    }
    expect(lu).toBe(attendus[etat] ?? 'TERMINEE')
  })

  test('what was deposited here follows what its structure was told, and not the word of its deposit', () => {
    expect(statutDuPortail({ ...extranet, etat: 'REFUSE' })).toBe('Refusé')
    expect(statutDuPortail({ ...extranet, etat: 'DEPOSE' })).toBe('En cours d’analyse')
    expect(statutDuPortail({ ...extranet, etat: 'DEPOSE', rouverte: true })).toBe('En cours de saisie')
    expect(statutDuPortail({ ...extranet, etat: 'RETIRE', rouverte: true })).toBe('Retiré')
  })

  test('what was deposited on the portal says what the portal says, until its end is told', () => {
    expect(statutDuPortail({ ...portail, statutPortail: 'Reçue', etat: 'COMPLET', rouverte: true })).toBe('Reçue')
    expect(statutDuPortail({ ...portail, statutPortail: '', etat: 'BROUILLON' })).toBe('En cours de saisie')
    expect(statutDuPortail({ ...portail, etat: 'REFUSE' })).toBe('Refusé')
    expect(statutDuPortail({ ...portail, statutPortail: 'Notifié', etat: 'ACCORDE' })).toBe('Notifié')
  })
})

describe('what happens next of a dossier, and when', () => {
  const RIEN: SuiteConnue = {
    ...{ etat: 'DEPOSE', surLePortail: false, dernierJour: null, prochaineSeance: null, complement: null },
    ...{ ouverture: null, modification: null, bilan: null },
  }
  const bilan = { etat: 'ATTENDU', duLe: '2027-12-31', recuLe: null, motif: '' } as const
  const limite = '2027-06-22'

  test.each<[string, Partial<SuiteConnue>, RegExp]>([
    [
      'the next séance',
      { prochaineSeance: '2027-07-05' },
      /vérifie vos pièces.*Prochaine séance annoncée\s: 05\/07\/2027\.$/,
    ],
    ['that no séance is announced', {}, /La date de la prochaine séance n’est pas encore annoncée\.$/],
    [
      'what is asked, and until when',
      { etat: 'INCOMPLET', complement: { limite, elements: [{ recuLe: null }, { recuLe: '2027-06-02' }] } },
      /^1\sélément attendu, jusqu’au 22\/06\/2027 inclus\. Le délai de réponse est suspendu en attendant\.$/,
    ],
    [
      'that all which was asked has come',
      { etat: 'INCOMPLET', complement: { limite, elements: [{ recuLe: '2027-06-02' }] } },
      /^Tout ce qui était demandé est reçu/,
    ],
    [
      'until when it is opened again',
      { ouverture: { echeance: new Date('2027-06-08T21:59:59Z') } },
      /^Vous pouvez la modifier jusqu’au 08\/06\/2027 à 23:59\.$/,
    ],
    [
      'that it is changed on the portal',
      { surLePortail: true, ouverture: { echeance: new Date('2027-06-08T21:59:59Z') } },
      /^Vous pouvez la modifier sur le portail jusqu’au/,
    ],
    ['that its changes are looked at', { modification: 'REDEPOSEE' }, /^Vos modifications sont transmises/],
    [
      'its bilan',
      { etat: 'ACCORDE', bilan },
      /^La décision vous a été envoyée.*à rendre au plus tard le 31\/12\/2027\.$/,
    ],
    ['the last day of a draft', { etat: 'BROUILLON', dernierJour: '2027-09-30' }, /déposer\s: 30\/09\/2027\.$/],
    ['nothing more of what is refused', { etat: 'REFUSE', prochaineSeance: '2027-07-05' }, /comment contester\.$/],
  ])('says %s', (_, connue, attendue) => {
    expect(direSuite({ ...RIEN, ...connue })).toMatch(attendue)
  })

  test.each(DITS)('says something of %s, and a séance of what is not over alone', (etat) => {
    const dite = direSuite({ ...RIEN, etat, prochaineSeance: '2027-07-05' })
    expect(dite).not.toBe('')
    expect(dite.includes('Prochaine séance')).toBe(!estRendu(etat) && etat !== 'BROUILLON')
  })

  test('a draft is not deposited, says how far it is and how long is left', () => {
    expect(phraseAvancement(75, 7)).toBe('pas encore déposé · 75\u00a0% · 7\u00a0jours restants')
    expect(phraseAvancement(50, 1)).toBe('pas encore déposé · 50\u00a0% · 1\u00a0jour restant')
  })
})

test('the next séance is the first of those that are announced, today counted', () => {
  const annoncees = { commissionLe: '2027-06-10', seancesCp: ['2027-09-20', '2027-07-05'] }
  expect(prochaineSeance(annoncees, '2027-06-01')).toBe('2027-06-10')
  expect(prochaineSeance(annoncees, '2027-07-05')).toBe('2027-07-05')
  expect(prochaineSeance(annoncees, '2027-09-21')).toBeNull()
  expect(prochaineSeance({ commissionLe: null, seancesCp: [] }, '2027-06-01')).toBeNull()
})

test('a demande that is begun names its correspondant, or who represents the structure', () => {
  const representant = { representantPrenom: 'Anne', representantNom: 'Pruvost' }
  expect(correspondantDe({ ...representant, correspondantPrenom: 'Marc', correspondantNom: 'Lefever' })).toBe(
    'Marc Lefever',
  )
  expect(correspondantDe(representant)).toBe('Anne Pruvost')
  expect(correspondantDe({})).toBe('')
})
