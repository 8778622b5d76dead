import { describe, expect, test } from 'vitest'
import { ETATS } from '#domain/dossier/etat'
import {
  type MontantVoulu,
  montantVoulu,
  peutProposer,
  proposer,
  type PropositionVoulue,
  retirerProposition,
  signalerProposition,
} from '#domain/proposition/proposition'
import { lirePart, lireProposition } from '#domain/proposition/proposition-saisie'
import { raconter } from '#libelles/journal/recit-journal'
import { direSignalementProposition, phraseProposition } from '#libelles/proposition/proposition'

const POURQUOI = 'Le coût du transport est surestimé.'
const EN_COURS = { etat: 'EN_INSTRUCTION' as const, montantDemandeCents: 450_000n, actuelle: null }
const fixe = (montantCents: bigint): MontantVoulu => ({ base: 'FIXE', montantCents })

describe('a proposition', () => {
  test('is made while the dossier is instructed, and at no other time', () => {
    expect(ETATS.filter(peutProposer)).toEqual(['COMPLET', 'EN_INSTRUCTION'])
    const tout: PropositionVoulue = { avis: 'FAVORABLE', montant: { base: 'DEMANDE' }, motif: '' }
    expect(proposer({ ...EN_COURS, etat: 'INCOMPLET' }, tout)).toMatchObject({ reason: 'PAS_EN_INSTRUCTION' })
    expect(proposer({ ...EN_COURS, etat: 'ACCORDE' }, tout)).toMatchObject({ reason: 'DECISION_DEJA_PRISE' })
    const value = { avis: 'FAVORABLE', montantCents: 450_000n, motif: '' }
    expect(proposer(EN_COURS, tout)).toEqual({ ok: true, value })
  })

  test.each<[string, PropositionVoulue, object]>([
    [
      'all but the amount',
      { avis: 'RESERVE', montant: { base: 'AUCUN' }, motif: POURQUOI },
      { reason: 'MONTANT_A_DONNER' },
    ],
    [
      'no aid, with an amount',
      { avis: 'DEFAVORABLE', montant: fixe(1n), motif: POURQUOI },
      { reason: 'MONTANT_AVEC_AVIS_DEFAVORABLE' },
    ],
    ['nothing', { avis: 'FAVORABLE', montant: fixe(0n), motif: POURQUOI }, { reason: 'MONTANT_NUL' }],
    ['less than nothing', { avis: 'FAVORABLE', montant: fixe(-1n), motif: POURQUOI }, { reason: 'MONTANT_NUL' }],
    [
      'more than asked',
      { avis: 'FAVORABLE', montant: fixe(450_001n), motif: POURQUOI },
      { reason: 'MONTANT_SUPERIEUR_AU_DEMANDE' },
    ],
    [
      'less than asked, unsaid why',
      { avis: 'FAVORABLE', montant: fixe(449_999n), motif: ' non ' },
      { reason: 'MOTIF_TROP_COURT' },
    ],
    [
      'all, with a reserve unsaid',
      { avis: 'RESERVE', montant: { base: 'DEMANDE' }, motif: '' },
      { reason: 'MOTIF_TROP_COURT' },
    ],
    [
      'no aid, unsaid why',
      { avis: 'DEFAVORABLE', montant: { base: 'AUCUN' }, motif: '' },
      { reason: 'MOTIF_TROP_COURT' },
    ],
    [
      'too many words',
      { avis: 'FAVORABLE', montant: { base: 'DEMANDE' }, motif: 'a'.repeat(2_001) },
      { reason: 'MOTIF_TROP_LONG' },
    ],
    [
      'no aid',
      { avis: 'DEFAVORABLE', montant: { base: 'AUCUN' }, motif: ` ${POURQUOI} ` },
      { ok: true, value: { avis: 'DEFAVORABLE', montantCents: 0n, motif: POURQUOI } },
    ],
    [
      'a part',
      { avis: 'FAVORABLE', montant: { base: 'PART', milliemes: 625 }, motif: POURQUOI },
      { value: { montantCents: 281_200n } },
    ],
  ])('%s', (_cas, voulue, attendu) => {
    expect(proposer(EN_COURS, voulue)).toMatchObject(attendu)
  })

  test('said again as it is, it changes nothing; said otherwise it is another', () => {
    const actuelle = { avis: 'FAVORABLE' as const, montantCents: 300_000n, motif: POURQUOI }
    const encore = { avis: 'FAVORABLE' as const, montant: fixe(300_000n), motif: `${POURQUOI}\n` }
    expect(proposer({ ...EN_COURS, actuelle }, encore)).toMatchObject({ reason: 'DEJA_PROPOSE' })
    expect(proposer({ ...EN_COURS, actuelle }, { ...encore, avis: 'RESERVE' })).toMatchObject({ ok: true })
    expect(proposer({ ...EN_COURS, actuelle }, { ...encore, montant: fixe(300_001n) })).toMatchObject({ ok: true })
    expect(proposer({ ...EN_COURS, actuelle }, { ...encore, motif: `${POURQUOI} Vu.` })).toMatchObject({ ok: true })
  })

  test('is taken back while the dossier is instructed', () => {
    const actuelle = { avis: 'DEFAVORABLE' as const, montantCents: 0n, motif: POURQUOI }
    expect(retirerProposition({ etat: 'COMPLET', actuelle })).toEqual({ ok: true, value: actuelle })
    expect(retirerProposition({ etat: 'COMPLET', actuelle: null })).toMatchObject({ reason: 'RIEN_DE_PROPOSE' })
    expect(retirerProposition({ etat: 'REFUSE', actuelle })).toMatchObject({ reason: 'DECISION_DEJA_PRISE' })
    expect(retirerProposition({ etat: 'INCOMPLET', actuelle })).toMatchObject({ reason: 'PAS_EN_INSTRUCTION' })
  })

  test('a part of what was asked goes down to the whole euro, and all of it is what was asked', () => {
    expect(montantVoulu({ base: 'PART', milliemes: 333 }, 333_333n)).toBe(110_900n)
    expect(montantVoulu({ base: 'PART', milliemes: 1 }, 99_900n)).toBe(0n)
    expect(montantVoulu({ base: 'DEMANDE' }, 333_333n)).toBe(333_333n)
  })

  test('beyond what its campagne says, it is signalled and not refused', () => {
    const faits = {
      montantCents: 400_000n,
      montantDemandeCents: 450_000n,
      coutTotalCents: 500_000n as bigint | null,
      reglages: { montantMinCents: null, montantMaxCents: null, tauxMax: null },
      resteEnveloppeCents: null,
    }
    expect(signalerProposition(faits)).toEqual([])
    const reglages = { montantMinCents: 400_001n, montantMaxCents: 399_999n, tauxMax: 0.79 }
    const tout = { ...faits, montantDemandeCents: 399_999n, reglages, resteEnveloppeCents: 399_999n }
    const regles = (lus: typeof tout) => signalerProposition(lus).map(({ regle }) => regle)
    expect(regles(tout)).toEqual(['DEMANDE', 'PLAFOND', 'PLANCHER', 'TAUX', 'ENVELOPPE'])
    const juste = { montantMinCents: 400_000n, montantMaxCents: 400_000n, tauxMax: 0.8 }
    expect(regles({ ...tout, montantDemandeCents: 400_000n, reglages: juste, resteEnveloppeCents: 400_000n })).toEqual(
      [],
    )
    expect(regles({ ...tout, coutTotalCents: null })).not.toContain('TAUX')
    expect(regles({ ...tout, montantCents: 0n })).toEqual([])
    expect(signalerProposition(tout).map(direSignalementProposition)).toContain(
      '80\u00a0% du coût total, au-dessus du taux de la campagne, 79\u00a0%.',
    )
  })
})

test('what is proposed for many is read: an opinion, how the amount is found, and why', () => {
  const lire = (champs: Partial<Parameters<typeof lireProposition>[0]>) =>
    lireProposition({ avis: '', base: '', valeur: '', motif: '', scenario: '', ...champs })
  expect(lire({})).toMatchObject({ reason: 'A_DONNER' })
  expect(lire({ avis: 'FAVORABLE' })).toMatchObject({ reason: 'A_DONNER' })
  expect(lire({ avis: 'FAVORABLE', base: 'PART', valeur: '120' })).toMatchObject({
    reason: 'PART_ILLISIBLE',
  })
  expect(lire({ avis: 'FAVORABLE', base: 'FIXE', valeur: 'peu' })).toMatchObject({
    reason: 'MONTANT_ILLISIBLE',
  })
  expect(lire({ avis: 'RESERVE', base: 'AUCUN', motif: 'a'.repeat(2_001) })).toMatchObject({ reason: 'MOTIF_TROP_LONG' }) // prettier-ignore
  expect(lire({ avis: 'RESERVE', base: 'FIXE', valeur: '1 500', motif: POURQUOI })).toEqual({
    ok: true,
    value: { avis: 'RESERVE', montant: fixe(150_000n), motif: POURQUOI, scenario: null },
  })
  expect(lire({ avis: 'DEFAVORABLE', base: 'AUCUN' })).toMatchObject({
    value: { montant: { base: 'AUCUN' } },
  })
  expect(['80', '80 %', '62,5\u00a0%', '100', '0,1', '0', '100,1', '', '8o', '12,34'].map(lirePart)).toEqual([
    800,
    800,
    625,
    1000,
    1,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('it is told in words: the opinion, the amount, its part of what was asked; and what it replaced', () => {
  expect(phraseProposition({ avis: 'RESERVE', montantCents: 360_000n }, 450_000n)).toBe(
    'Réservé, 3\u202f600\u00a0€ (80\u00a0% du montant demandé)',
  )
  expect(phraseProposition({ avis: 'DEFAVORABLE', montantCents: 0n }, 450_000n)).toBe('Défavorable, aucune aide')
  expect(
    raconter({
      acte: 'proposer',
      detail: {
        avis: 'RESERVE',
        montantCents: '360000',
        motif: POURQUOI,
        avant: { avis: 'DEFAVORABLE', montantCents: '0' },
      },
    }),
  ).toEqual({
    phrase: 'Montant proposé',
    precisions: [`Motif\u00a0: ${POURQUOI}`],
    changements: [{ champ: 'Proposition', avant: 'Défavorable', apres: 'Réservé, 3\u202f600,00\u00a0€' }],
  })
  const premiere = { avis: 'FAVORABLE', montantCents: '450000', motif: '', avant: null }
  expect(raconter({ acte: 'proposer', detail: premiere }).precisions).toEqual(['Favorable, 4\u202f500,00\u00a0€'])
})
