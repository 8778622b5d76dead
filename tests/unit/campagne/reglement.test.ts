import { describe, expect, test } from 'vitest'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { CHAMPS_REGLEMENT } from '#domain/campagne/champs-reglement'
import type { Reglement } from '#domain/campagne/reglement-a-plat'
import {
  ceQueTouchent,
  comparerReglements,
  lireReglement,
  saisirReglement,
  type SaisieReglement,
} from '#domain/campagne/reglement'
import { direDifference } from '#libelles/campagne/effet-reglages'
import { formulaireReglement } from '#libelles/campagne/formulaire-reglement'

const REGLEMENT: Reglement = {
  libelle: 'MEI 2025',
  ouverteLe: '2025-01-06',
  echeanceFiche: '2025-06-13',
  echeanceDepot: '2025-09-30',
  enveloppeCents: 60_000_000n,
  reglages: {
    ...REGLAGES_PAR_DEFAUT.MEI,
    signataire: { ...REGLAGES_PAR_DEFAUT.MEI.signataire, prenom: 'Jeanne', nom: 'Essai' },
  },
}

const lire = (change: Partial<SaisieReglement>, engageCents = 0n) =>
  lireReglement({ ...saisirReglement(REGLEMENT), ...change }, engageCents)

test('what the form shows, given back as it is, changes nothing', () => {
  expect(lire({})).toEqual({ ok: true, value: REGLEMENT })
})

test('each setting that is typed is the one that is kept', () => {
  const typed = {
    ageMin: '11',
    ageMax: '30',
    minParticipants: '16',
    maxParStructure: '1',
    montantMax: '10 000,50',
    seuilConvention: '23000',
    tauxMax: '60',
    tauxMaxBloquant: 'oui',
    partPubliqueMax: '33,5 %',
    cofinancementExige: 'oui',
    tauxAcompte: '50',
    bilanDuJours: '90',
    seancesCp: '3 juillet 2025, 12/05/2025; 12/05/2025',
    genresEligibles: 'commune,association',
    pays: 'Pologne, Allemagne\n pologne',
    accuseFiche: '',
    lettreAccord: '  Le Département\nvous félicite.\r\n \r\n\r\nÀ bientôt.\n',
  }
  expect(lire(typed)).toMatchObject({
    ok: true,
    value: {
      reglages: {
        ageMin: 11,
        ageMax: 30,
        minParticipants: 16,
        maxParStructure: 1,
        montantMaxCents: 1_000_050n,
        seuilConventionCents: 2_300_000n,
        tauxMax: 0.6,
        tauxMaxBloquant: true,
        partPubliqueMax: 0.335,
        cofinancementExige: true,
        tauxAcompte: 0.5,
        bilanDuJours: 90,
        seancesCp: ['2025-05-12', '2025-07-03'],
        genresEligibles: ['association', 'commune'],
        pays: ['Pologne', 'Allemagne'],
        accuseFiche: false,
        lettreAccord: 'Le Département vous félicite.\n\nÀ bientôt.',
      },
    },
  })
})

test('what the règlement does not say is left empty', () => {
  const vides = { ageMin: '', ageMax: '', minParticipants: '', maxParStructure: '', tauxMax: '', partPubliqueMax: '' }
  expect(lire(vides)).toMatchObject({
    ok: true,
    value: {
      reglages: {
        ageMin: null,
        ageMax: null,
        minParticipants: null,
        maxParStructure: null,
        tauxMax: null,
        partPubliqueMax: null,
      },
    },
  })
})

describe('a refusal names its field', () => {
  test.each([
    [{ ouverteLe: '31/02/2025' }, 'JOUR_ILLISIBLE', 'ouverteLe'],
    [{ echeanceDepot: '' }, 'JOUR_ILLISIBLE', 'echeanceDepot'],
    [{ enveloppe: 'beaucoup' }, 'MONTANT_ILLISIBLE', 'enveloppe'],
    [{ seuilConvention: '' }, 'MONTANT_ILLISIBLE', 'seuilConvention'],
    [{ minParticipants: '0' }, 'NOMBRE_ILLISIBLE', 'minParticipants'],
    [{ bilanDuJours: '' }, 'NOMBRE_ILLISIBLE', 'bilanDuJours'],
    [{ tauxMax: '101' }, 'POURCENT_ILLISIBLE', 'tauxMax'],
    [{ tauxAcompte: '' }, 'POURCENT_ILLISIBLE', 'tauxAcompte'],
    [{ ageMin: '20', ageMax: '12' }, 'BORNES_EN_DESORDRE', 'ageMax'],
    [{ montantMin: '500', montantMax: '100' }, 'BORNES_EN_DESORDRE', 'montantMax'],
    [{ echeanceFiche: '2025-01-01' }, 'DATES_EN_DESORDRE', 'echeanceFiche'],
    [{ signataireCourriel: 'mcei' }, 'COURRIEL_ILLISIBLE', 'signataireCourriel'],
    [{ reponseA: 'mei@exemple' }, 'COURRIEL_ILLISIBLE', 'reponseA'],
    [{ reponseA: 'mei@exemple.test, autre@exemple.test' }, 'COURRIEL_ILLISIBLE', 'reponseA'],
    [{ expediteurNom: 'Le Préfet <prefet@exemple.test>' }, 'EXPEDITEUR_ILLISIBLE', 'expediteurNom'],
    [{ signatairePrenom: ' ' }, 'TEXTE_MANQUANT', 'signatairePrenom'],
    [{ signataireNom: '' }, 'TEXTE_MANQUANT', 'signataireNom'],
    [{ signataireTelephone: '' }, 'TEXTE_MANQUANT', 'signataireTelephone'],
    [{ attenteDecision: '1441' }, 'MINUTES_ILLISIBLES', 'attenteDecision'],
    [{ attenteDecision: '' }, 'MINUTES_ILLISIBLES', 'attenteDecision'],
    [{ seancesCp: '12/05/2025, 31/02/2025' }, 'JOURS_ILLISIBLES', 'seancesCp'],
    [{ pays: 'Allemagne, 75' }, 'PAYS_ILLISIBLES', 'pays'],
    [{ genresEligibles: 'association,club' }, 'GENRE_INCONNU', 'genresEligibles'],
    [{ commissionLe: '2025-01-05' }, 'AVANT_OUVERTURE', 'commissionLe'],
    [{ seancesCp: '05/01/2025' }, 'AVANT_OUVERTURE', 'seancesCp'],
    [{ projetDu: '2025-07-01', projetAu: '2025-06-30' }, 'DATES_EN_DESORDRE', 'projetAu'],
    [{ deverrouillageMin: '9' }, 'BORNES_EN_DESORDRE', 'deverrouillageDefaut'],
    [{ deverrouillageMax: '3' }, 'BORNES_EN_DESORDRE', 'deverrouillageDefaut'],
  ])('%o', (change, reason, detail) => {
    expect(lire(change)).toEqual({ ok: false, reason, detail })
  })

  test('an enveloppe is not smaller than what is granted', () => {
    expect(lire({ enveloppe: '100' }, 20_000n)).toMatchObject({ ok: false, reason: 'ENVELOPPE_DEJA_ENGAGEE' })
  })
})

test('every field of the form is shown back', () => {
  expect(Object.keys(saisirReglement(REGLEMENT)).sort()).toEqual([...CHAMPS_REGLEMENT].sort())
})

test('the form holds every field once, each with its name and what it does', () => {
  const montres = formulaireReglement().groupes.flatMap(({ champs }) => champs)
  expect(montres.map(({ nom }) => nom).sort()).toEqual([...CHAMPS_REGLEMENT].sort())
  for (const { libelle, aide } of montres) expect([libelle, aide]).not.toContain('')
})

test('a change is told by field, and says what of the dossiers in course it may move', () => {
  const apres = { ...REGLEMENT, reglages: { ...REGLEMENT.reglages, ageMax: 20, tauxAcompte: 0.5 } }
  const differences = comparerReglements(REGLEMENT, apres)
  expect(differences).toEqual([
    { champ: 'ageMax', avant: '25', apres: '20' },
    { champ: 'tauxAcompte', avant: '70', apres: '50' },
  ])
  expect([...ceQueTouchent(differences)]).toEqual(['RECEVABILITE'])
  expect([...ceQueTouchent([{ champ: 'tauxAcompte' }])]).toEqual([])
  expect([...ceQueTouchent([{ champ: 'montantMax' }])]).toEqual(['RECEVABILITE', 'BLOQUANTS'])
})

test('a change of the text is told by the lines that go and those that come, not by the whole of both', () => {
  const dire = (avant: string, apres: string) => {
    const { champ, ...dit } = direDifference({ champ: 'texteReglement', avant, apres })
    return dit
  }
  expect(dire('', 'Article 1')).toEqual({ avant: 'rien', apres: 'Article 1' })
  expect(dire('Article 1\nLa moitié.', 'Article 1\nLe tiers.\n- au plus')).toEqual({
    avant: 'La moitié.',
    apres: 'Le tiers. / - au plus',
  })
  expect(dire('Article 1\nLa moitié.', 'Article 1')).toEqual({ avant: 'La moitié.', apres: 'aucune ligne ajoutée' })
  expect(dire('un\ndeux', 'deux\nun')).toEqual({ avant: 'les mêmes lignes', apres: 'autrement disposées' })
  expect(dire('un\nun\ndeux', 'un\ndeux')).toEqual({ avant: 'les mêmes lignes', apres: 'autrement disposées' })
  expect(dire('', 'é'.repeat(9_000)).apres).toHaveLength(300)
})

test('the text of the règlement is refused where it is too long, and what a form shows back of it is what was typed', () => {
  expect(lire({ texteReglement: 'é'.repeat(20_001) })).toEqual({
    ...{ ok: false, reason: 'REGLEMENT_TROP_LONG', detail: 'texteReglement' },
  })
  expect(lire({ texteReglement: 'Article 1\r\n\r\n\r\nUn.\r\n- a\r\n' })).toMatchObject({
    value: { reglages: { texteReglement: 'Article 1\n\nUn.\n- a' } },
  })
})

test('the paragraphs of the letters are refused where they are too long to be read', () => {
  expect(lire({ lettreRefus: 'é'.repeat(2_000) }).ok).toBe(true)
  expect(lire({ lettreRefus: 'é'.repeat(2_001) })).toMatchObject({ ok: false })
})
