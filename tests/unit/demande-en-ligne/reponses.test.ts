import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  etapesCompletes,
  formulaireDepose,
  joursRestants,
  numeroEnLigne,
  pourcentDe,
  verifierDepot,
} from '#domain/demande-en-ligne/depot'
import {
  CHAMPS_FIXES,
  etapeDe,
  type EtapeEcrite,
  lireReponsesEnLigne,
  OBLIGATOIRES,
  type ReponsesEnLigne,
} from '#domain/demande-en-ligne/etapes'
import * as lues from '#domain/demande-en-ligne/reponses'
import { relireFormulaire } from '#domain/portail/suite-ligne'
import { CERTIFIE, PROJET, STRUCTURE } from '#support/demande-en-ligne/reponses'
import { phraseDeRefus } from '#libelles/demande-en-ligne/demande-en-ligne'

const COMPLETE: ReponsesEnLigne = { ...STRUCTURE, ...PROJET, ...CERTIFIE }
const CAMPAGNE = {
  etat: 'OUVERTE' as const,
  ouverteLe: '2027-01-04',
  echeanceFiche: '2027-06-13',
  echeanceDepot: '2027-09-30',
}
/** Of a campagne that asks nothing of its own. */
const aReprendre = (etape: EtapeEcrite, reponses: ReponsesEnLigne) => lues.aReprendre(etape, { reponses, posees: [] })
const refuseesDe = (etape: EtapeEcrite, reponses: ReponsesEnLigne) => lues.refuseesDe(etape, { reponses, posees: [] })
const JUIN = new Date('2027-06-01T10:00:00Z')

describe('what is answered on line', () => {
  test('a whole demande has nothing to mend; each answer that is asked for is missed alone', () => {
    for (const etape of ['STRUCTURE', 'PROJET', 'CERTIFICATION'] as const)
      expect(aReprendre(etape, COMPLETE)).toEqual([])
    for (const champ of OBLIGATOIRES)
      expect(aReprendre(etapeDe(champ), { ...COMPLETE, [champ]: '' })).toEqual([{ champ, refus: 'SANS_REPONSE' }])
  })

  test.each([
    ['10 000', '10000'],
    ['10000€', '10000'],
    ['10 000,00', '10000'],
    ['1.200 €', '1200'],
  ])('an amount that is not in digits alone, %s, is offered as %s', (typee, detail) => {
    expect(refuseesDe('PROJET', { ...COMPLETE, montantDemande: typee })).toEqual([
      { champ: 'montantDemande', refus: 'MONTANT', detail },
    ])
  })

  test.each(['beaucoup', '0', '10,50', '-5', '9999999999'])(
    'an amount that is none, %s, is offered as nothing',
    (typee) => {
      expect(refuseesDe('PROJET', { ...COMPLETE, montantDemande: typee })).toEqual([
        { champ: 'montantDemande', refus: 'MONTANT' },
      ])
    },
  )

  test('every whole number of euros up to nine digits is taken, and what is offered always is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (euros) => {
        expect(refuseesDe('PROJET', { montantDemande: String(euros) })).toEqual([])
        const [offerte] = refuseesDe('PROJET', { montantDemande: `${euros},00 €` })
        expect(refuseesDe('PROJET', { montantDemande: offerte?.detail ?? 'rien' })).toEqual([])
      }),
    )
  })

  test('each of the forms that the portal refuses is offered as it will be taken', () => {
    for (const typee of ['10 000', '10000€', '10 000,00']) {
      const [refusee] = refuseesDe('PROJET', { montantDemande: typee })
      expect(refusee).toEqual({ champ: 'montantDemande', refus: 'MONTANT', detail: '10000' })
      expect(refusee && phraseDeRefus(refusee)).toBe('Écrivez le montant en chiffres seulement\u00a0: 10000.')
    }
  })

  test('each field that is more than words says what is wrong in it', () => {
    const faux = (champ: keyof ReponsesEnLigne, typee: string) =>
      refuseesDe(etapeDe(champ), { [champ]: typee })[0]?.refus
    expect(faux('courriel', 'comite chez exemple')).toBe('COURRIEL')
    expect(faux('telephone', '03 21')).toBe('TELEPHONE')
    expect(faux('codePostal', '62 Lens')).toBe('CODE_POSTAL')
    expect(faux('nouveauSiret', '74842491800038')).toBe('SIRET')
    expect(faux('dateDebut', '32/07/2027')).toBe('JOUR')
    expect(faux('nbParticipants', 'une vingtaine')).toBe('NOMBRE')
    expect(faux('objet', 'a'.repeat(256))).toBe('TROP_LONG')
    expect(refuseesDe('PROJET', { ...COMPLETE, dateFin: '11/07/2027' })).toEqual([
      { champ: 'dateFin', refus: 'FIN_AVANT_DEBUT' },
    ])
    expect(refuseesDe('PROJET', { ...COMPLETE, montantDemande: '25001' })).toEqual([
      { champ: 'montantDemande', refus: 'PLUS_QUE_LE_COUT' },
    ])
  })

  test('a quarter for each step that holds all that it asks', () => {
    const sans = (...champs: string[]) =>
      lireReponsesEnLigne({ ...COMPLETE, ...Object.fromEntries(champs.map((c) => [c, 1])) })
    expect(pourcentDe({ reponses: {}, posees: [], manquantes: ['RIB'] })).toBe(0)
    expect(pourcentDe({ reponses: {}, posees: [], manquantes: [] })).toBe(25)
    expect(pourcentDe({ reponses: sans('faitA'), posees: [], manquantes: [] })).toBe(75)
    expect(etapesCompletes({ reponses: COMPLETE, posees: [], manquantes: ['RIB'] })).toEqual([
      'STRUCTURE',
      'PROJET',
      'CERTIFICATION',
    ])
    expect(pourcentDe({ reponses: COMPLETE, posees: [], manquantes: [] })).toBe(100)
  })
})

describe('may it be deposited', () => {
  const verifier = (change: Partial<Parameters<typeof verifierDepot>[0]> = {}, now = JUIN) =>
    verifierDepot({ role: 'REDACTEUR', campagne: CAMPAGNE, reponses: COMPLETE, posees: [], ...change }, now)

  test('until the last second of the last day in Paris, and not after', () => {
    expect(verifier()).toEqual({ ok: true, value: undefined })
    expect(verifier({}, new Date('2027-09-30T21:59:59.999Z')).ok).toBe(true)
    expect(verifier({}, new Date('2027-09-30T22:00:00.000Z'))).toEqual({ ok: false, reason: 'CAMPAGNE_CLOSE' })
    expect(verifier({ campagne: { ...CAMPAGNE, etat: 'FERMEE' } })).toEqual({ ok: false, reason: 'CAMPAGNE_CLOSE' })
    expect(joursRestants(CAMPAGNE, new Date('2027-09-30T12:00:00Z'))).toBe(0)
    expect(joursRestants(CAMPAGNE, new Date('2027-10-01T12:00:00Z'))).toBeNull()
  })

  test('by who does more than read, once every answer that is asked for is given', () => {
    expect(verifier({ role: 'LECTEUR' })).toEqual({ ok: false, reason: 'LECTEUR_SEUL' })
    expect(verifier({ role: 'REPRESENTANT_LEGAL' }).ok).toBe(true)
    expect(verifier({ reponses: { ...COMPLETE, pays: '', certifie: '' } })).toEqual({
      ok: false,
      reason: 'INCOMPLETE',
      detail: '2',
    })
  })
})

test('a number is its year and its rank; there are no more than five digits of them', () => {
  expect(numeroEnLigne(2027, 60_001)).toBe('2027-60001')
  expect(numeroEnLigne(2027, 7)).toBe('2027-00007')
  expect(numeroEnLigne(2027, 100_000)).toBeNull()
})

test('what is deposited is read as a line of the portal is, without an anomalie, and every answer comes through', () => {
  const donnees = formulaireDepose({
    ...{ numero: '2027-60001', jour: '2027-06-01', type: 'Jumelages (public)', statutPortail: 'En cours d’analyse' },
    structure: { nom: 'Comité de Lens', sigle: '', siret: '74842491800039', rna: null, natureJuridique: 'Association' },
    ...{ reponses: COMPLETE, posees: [] },
  })
  const lue = relireFormulaire(donnees)
  expect(lue?.anomalies).toEqual([])
  expect(lue).toMatchObject({
    ...{
      numero: '2027-60001',
      dispositif: 'JUMELAGES',
      etat: 'DEPOSE',
      deposeLe: '2027-06-01',
      objet: 'Fresque à Herne',
    },
    ...{ montantDemande: 1_000_000n, coutTotal: 2_500_000n },
    structure: { siret: '74842491800039', commune: 'Lens', codePostal: '62300', courriel: 'comite@exemple.test' },
    projet: { pays: 'Allemagne', dateDebut: '2027-07-12', dateFin: '2027-07-19' },
  })
  const dits = [...CHAMPS_FIXES.STRUCTURE, ...CHAMPS_FIXES.PROJET].filter(
    (champ) => COMPLETE[champ] && champ !== 'adresseDeReponse' && champ !== 'reglementLu',
  )
  expect(dits.filter((champ) => donnees[champ] === undefined)).toEqual([])
})
