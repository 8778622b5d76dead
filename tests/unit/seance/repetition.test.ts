import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conventionRequise, type NatureDecision } from '#domain/dossier/decision'
import { anomaliesDe, type CourrielRepete } from '#domain/seance/repetition'
import { courrielDeDecision, type DossierEcrit } from '#emails/courriel-de-dossier'
import { repeter } from '#emails/repetition'
import { DOSSIER, REDACTEUR } from './dossier-ecrit'

const NOW = new Date('2026-06-20T08:00:00Z')
const AUTOUR = { adresse: { enEchec: false, partagee: false }, lettre: 'DESSINEE' } as const
const PRECISION = 'Les repas ne sont pas retenus.'

const decision = (nature: NatureDecision, montantCents: bigint | null, motif: 'CREDITS_EPUISES' | null = null) => ({
  ...{ nature, montantCents, motif, precision: nature === 'ACCORDE' ? '' : PRECISION },
  ...{ avecCourriel: true, priseLe: NOW, deliberation: { reference: '2026-001', le: '2026-06-16' } },
  conventionRequise: conventionRequise({
    ...{ droitPrive: true, montantCents: montantCents ?? 0n, autresCents: 0n, seuilCents: 2_300_000n },
  }),
})

const anomalies = (dossier: DossierEcrit, ...de: Parameters<typeof decision>) =>
  repeter(dossier, decision(...de), { now: NOW, redacteur: REDACTEUR }, AUTOUR).anomalies

/** The mail of a decision, and what it is held to, before a fault is planted in it. */
function repete(...de: Parameters<typeof decision>): CourrielRepete {
  const voulue = decision(...de)
  const courriel = courrielDeDecision(DOSSIER, voulue, { now: NOW, redacteur: REDACTEUR })
  return {
    ...{ nature: voulue.nature, montantVoteCents: voulue.montantCents, courriel, precision: voulue.precision },
    motif: voulue.motif && 'Crédits épuisés',
    nommes: [DOSSIER.objet, '2026-00012', DOSSIER.structure.nom],
    ...{ signe: true, adresseEnEchec: false, adressePartagee: false, conventionRequise: false },
    lettre: 'DESSINEE',
  }
}

describe('the mails of a séance before they leave', () => {
  test('those that the software writes say what was voted, whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2_300_000n }), (cents) => {
        expect(anomalies(DOSSIER, 'ACCORDE', cents)).toEqual([])
        expect(anomalies(DOSSIER, 'ACCORDE_PARTIEL', cents)).toEqual([])
      }),
      { numRuns: 200 },
    )
    expect(anomalies(DOSSIER, 'REFUSE', null, 'CREDITS_EPUISES')).toEqual([])
  })

  test('a convention, a day that is past, a hole, nobody to write to', () => {
    expect(anomalies(DOSSIER, 'ACCORDE', 2_300_001n)).toEqual(['CONVENTION_A_FAIRE'])
    expect(anomalies({ ...DOSSIER, projetFin: new Date('2024-01-01') }, 'ACCORDE', 100n)).toEqual(['ECHEANCE_PASSEE'])
    expect(anomalies({ ...DOSSIER, objet: ' ' }, 'ACCORDE', 100n)).toEqual(['VARIABLE_VIDE'])
    const sans = { ...DOSSIER, contactCourriel: '', structure: { ...DOSSIER.structure, courriel: '' } }
    expect(anomalies(sans, 'ACCORDE', 100n)).toEqual(['SANS_ADRESSE'])
    const prose = { ...DOSSIER.campagne, textes: { decision_favorable: { voeux: 'À {bientot}.' } } }
    expect(anomalies({ ...DOSSIER, campagne: prose }, 'ACCORDE', 100n)).toEqual(['VARIABLE_VIDE'])
  })

  test('a fault planted in the words is seen, and nothing else is', () => {
    const today = '2026-06-20'
    const avec = (mail: CourrielRepete, de: RegExp | string, par: string) =>
      anomaliesDe(
        { ...mail, courriel: mail.courriel && { ...mail.courriel, texte: mail.courriel.texte.replace(de, par) } },
        today,
      )
    const accord = repete('ACCORDE', 150_000n)
    expect(avec(accord, /1\s500,00/u, '1 500,01')).toEqual(['MONTANT_DIFFERENT'])
    expect(avec(accord, 'mille cinq cents', 'mille quatre cents')).toEqual(['MONTANT_DIFFERENT'])
    expect(anomaliesDe({ ...accord, montantVoteCents: 150_001n }, today)).toEqual(['MONTANT_DIFFERENT'])
    const refus = repete('REFUSE', null, 'CREDITS_EPUISES')
    expect(avec(refus, PRECISION, '')).toEqual(['REFUS_SANS_MOTIF'])
    expect(avec(refus, /tribunal administratif/gu, 'tribunal')).toEqual(['SANS_VOIES_DE_RECOURS'])
    expect(anomaliesDe({ ...refus, adresseEnEchec: true, adressePartagee: true, signe: false }, today)).toEqual([
      'ADRESSE_EN_ECHEC',
      'SIGNATAIRE_INCOMPLET',
      'ADRESSE_PARTAGEE',
    ])
  })
})
