import { describe, expect, test } from 'vitest'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { etatRecevabilite, reprendreRecevabilite, verifierRecevabilite } from '#domain/dossier/examen-recevabilite'
import { empreinteDe, type FaitsRecevabilite, REGLES_RECEVABILITE, signaler } from '#domain/dossier/recevabilite'
import { agesDuFormulaire } from '#domain/portail/faits-formulaire'

const projet = { titrePlie: 'fanfare a herne', villePliee: 'herne', dateDebut: '2025-07-02', dateFin: '2025-07-09' }

/** A demande that the règlement admits on every point. */
const enRegle: FaitsRecevabilite = {
  deposeLe: '2025-04-10',
  genre: 'association',
  siret: '82811035300020',
  commune: 'Bajus',
  codePostal: '62150',
  pays: 'Allemagne',
  participants: 12,
  ages: { min: 14, max: 20 },
  montantDemandeCents: 300_000n,
  coutTotalCents: 900_000n,
  projet,
  sirets: { formulaire: '828 110 353 00020', budget: '82811035300038' },
  voisins: [],
  campagne: { annee: 2025, echeanceDepot: '2025-04-30', resteEnveloppeCents: 10_000_000n },
  reglages: {
    ...REGLAGES_PAR_DEFAUT.MEI,
    pays: ['Allemagne', 'Pologne'],
    projetDu: '2025-06-01',
    projetAu: '2025-12-31',
    minParticipants: 8,
    montantMinCents: 50_000n,
    montantMaxCents: 500_000n,
    tauxMax: 0.5,
    maxParStructure: 1,
  },
}

const AILLEURS = {
  ...projet,
  titrePlie: 'stage de cuisine',
  villePliee: 'cracovie',
  dateDebut: '2025-10-01',
  dateFin: '2025-10-09',
}

const HORS_REGLE: Record<(typeof REGLES_RECEVABILITE)[number], Partial<FaitsRecevabilite>> = {
  HORS_DELAI: { deposeLe: '2025-05-01' },
  GENRE: { genre: 'entreprise' },
  SIEGE: { commune: 'Lille', codePostal: '59000' },
  PAYS: { pays: 'Italie' },
  PERIODE: { projet: { ...projet, dateFin: '2026-01-01' } },
  DEJA_COMMENCE: {
    projet: { ...projet, dateDebut: '2025-04-10' },
    reglages: { ...enRegle.reglages, projetDu: null },
  },
  PARTICIPANTS: { participants: 7 },
  AGES: { ages: { min: 11, max: 20 } },
  MONTANT: { montantDemandeCents: 500_001n, coutTotalCents: 2_000_000n },
  TAUX: { coutTotalCents: 599_999n },
  ENVELOPPE: { campagne: { ...enRegle.campagne, resteEnveloppeCents: 299_999n } },
  TROP_DE_DEMANDES: { voisins: [{ ...AILLEURS, numero: '2025-00002' }] },
  SIRET: { sirets: { formulaire: null, budget: '35600000000048' } },
  MEME_PROJET: {
    voisins: [{ ...projet, numero: '2025-00002' }],
    reglages: { ...enRegle.reglages, maxParStructure: 2 },
  },
}

describe('what the règlement says of a dossier', () => {
  test('is nothing where it admits it, and where the form says nothing', () => {
    expect(signaler(enRegle)).toEqual([])
    const muet = { genre: null, siret: null, commune: '', codePostal: '', pays: '', participants: null, ages: null }
    const sansProjet = { titrePlie: '', villePliee: '', dateDebut: null, dateFin: null }
    expect(
      signaler({
        ...enRegle,
        ...muet,
        projet: sansProjet,
        coutTotalCents: null,
        sirets: { formulaire: null, budget: null },
      }),
    ).toEqual([])
  })

  test.each(REGLES_RECEVABILITE)('%s is told alone, and its limit itself is admitted', (regle) => {
    expect(signaler({ ...enRegle, ...HORS_REGLE[regle] }).map((s) => s.regle)).toEqual([regle])
  })

  test.each<[string, Partial<FaitsRecevabilite>]>([
    ['the last day', { deposeLe: '2025-04-30' }],
    ['as many participants as it wants', { participants: 8 }],
    ['the youngest and the oldest', { ages: { min: 12, max: 25 } }],
    ['the highest amount, at the highest rate', { montantDemandeCents: 500_000n, coutTotalCents: 1_000_000n }],
    ['the lowest amount', { montantDemandeCents: 50_000n }],
    ['all that is left', { campagne: { ...enRegle.campagne, resteEnveloppeCents: 300_000n } }],
    [
      'the first and the last day of the period',
      { projet: { ...projet, dateDebut: '2025-06-01', dateFin: '2025-12-31' } },
    ],
    [
      'the day after the deposit',
      { projet: { ...projet, dateDebut: '2025-04-11' }, reglages: { ...enRegle.reglages, projetDu: null } },
    ],
    ['a country written otherwise', { pays: 'ALLEMAGNE' }],
    ['any country but one’s own, where none is named', { pays: 'Italie', reglages: { ...enRegle.reglages, pays: [] } }],
    ['a commune that its code names', { commune: 'Zzz', codePostal: '62999' }],
    ['a commune that its name names', { commune: 'Bajus', codePostal: '' }],
    ['a SIRET that is not one', { sirets: { formulaire: '12', budget: '12' } }],
    [
      'as many demandes as it lets',
      { voisins: [{ ...AILLEURS, numero: '2' }], reglages: { ...enRegle.reglages, maxParStructure: 2 } },
    ],
  ])('%s is admitted', (_, change) => {
    expect(signaler({ ...enRegle, ...change })).toEqual([])
  })

  test.each<[string, Partial<FaitsRecevabilite>]>([
    ['AGES', { ages: { min: 14, max: 26 } }],
    ['MONTANT', { montantDemandeCents: 49_999n }],
    ['PAYS', { pays: 'FRANCE', reglages: { ...enRegle.reglages, pays: [] } }],
    ['SIRET', { sirets: { formulaire: '356 000 000 00048', budget: null } }],
    ['SIEGE', { commune: '', codePostal: '59000' }],
    ['SIEGE', { commune: 'Lille', codePostal: '' }],
    ['PERIODE', { projet: { ...projet, dateDebut: '2025-05-31' } }],
    [
      'TROP_DE_DEMANDES',
      {
        voisins: [AILLEURS, AILLEURS].map((un, i) => ({ ...un, numero: `${i}` })),
        reglages: { ...enRegle.reglages, maxParStructure: 2 },
      },
    ],
  ])('%s is told of %o', (regle, change) => {
    expect(signaler({ ...enRegle, ...change }).map((s) => s.regle)).toEqual([regle])
  })

  test('the ages come from a column of the listing that is not of the form', () => {
    expect(agesDuFormulaire({ '+Tranche d’âge': 'de 12 à 17 ans' })).toEqual({ min: 12, max: 17 })
    expect(agesDuFormulaire({ objet: 'Âges de la vie', '+Voyage': '12' })).toBeNull()
  })
})

describe('the examen of an officer', () => {
  const signalements = signaler({ ...enRegle, pays: 'Italie' })
  const vue = { signalements, examen: null, etat: 'DEPOSE', peutPasserOutre: false } as const

  test('holds while what was signalled is the same, the rest of the enveloppe aside', () => {
    const answer = verifierRecevabilite(vue, { verdict: 'RECEVABLE', motif: '' })
    const empreinte = answer.ok ? answer.value.empreinte : ''
    const examen = { verdict: 'RECEVABLE' as const, motif: '', empreinte, constats: [], par: 'Paul', le: new Date() }
    expect(etatRecevabilite({ signalements, examen })).toBe('VERIFIEE')
    expect(etatRecevabilite({ signalements: [], examen })).toBe('RIEN_A_SIGNALER')
    const autres = signaler({ ...enRegle, pays: 'Espagne' })
    expect(etatRecevabilite({ signalements: autres, examen })).toBe('A_VERIFIER')
    expect(reprendreRecevabilite({ ...vue, examen }).ok).toBe(true)
    const reste = (resteCents: bigint) => empreinteDe([{ regle: 'ENVELOPPE', demandeCents: 5n, resteCents }])
    expect(reste(1n)).toBe(reste(2n))
  })

  test('passing over wants the right and a reason; nothing is answered twice, nor where nothing is signalled', () => {
    const passer = { verdict: 'PASSER_OUTRE', motif: 'Accord de la vice-présidente.' } as const
    expect(verifierRecevabilite(vue, passer)).toMatchObject({ reason: 'RESERVE_AU_RESPONSABLE' })
    const chef = { ...vue, peutPasserOutre: true }
    expect(verifierRecevabilite({ ...vue, etat: 'BROUILLON' }, passer)).toMatchObject({ reason: 'PAS_ENCORE_DEPOSE' })
    expect(verifierRecevabilite(chef, { ...passer, motif: '     oui     ' })).toMatchObject({
      reason: 'MOTIF_TROP_COURT',
    })
    expect(verifierRecevabilite(chef, passer)).toMatchObject({ ok: true })
    expect(verifierRecevabilite({ ...chef, signalements: [] }, passer)).toMatchObject({ reason: 'RIEN_A_VERIFIER' })
    expect(verifierRecevabilite({ ...chef, etat: 'REFUSE' }, passer)).toMatchObject({ reason: 'DECISION_DEJA_PRISE' })
    expect(reprendreRecevabilite(chef)).toMatchObject({ reason: 'PAS_VERIFIEE' })
  })

  test('the reason is kept without the blanks around it, and ten characters are enough', () => {
    const chef = { ...vue, peutPasserOutre: true }
    const dire = (motif: string) => verifierRecevabilite(chef, { verdict: 'PASSER_OUTRE', motif })
    expect(dire('  Vote hier. ')).toMatchObject({ ok: true, value: { motif: 'Vote hier.', verdict: 'PASSER_OUTRE' } })
    expect(dire('  Vote hier ')).toMatchObject({ reason: 'MOTIF_TROP_COURT' })
  })

  test('one that holds is neither given again nor taken back once decided; one that no longer holds cannot be taken back', () => {
    const empreinte = empreinteDe(signalements)
    const examen = { verdict: 'RECEVABLE' as const, motif: '', empreinte, constats: [], par: 'Paul', le: new Date() }
    const verifiee = { ...vue, examen }
    const recevable = { verdict: 'RECEVABLE', motif: '' } as const
    expect(verifierRecevabilite(verifiee, recevable)).toMatchObject({ reason: 'DEJA_VERIFIEE' })
    expect(reprendreRecevabilite({ ...verifiee, etat: 'REFUSE' })).toMatchObject({ reason: 'DECISION_DEJA_PRISE' })
    expect(reprendreRecevabilite({ ...verifiee, etat: 'BROUILLON' })).toMatchObject({ reason: 'PAS_ENCORE_DEPOSE' })
    const autres = signaler({ ...enRegle, pays: 'Espagne' })
    expect(reprendreRecevabilite({ ...verifiee, signalements: autres })).toMatchObject({ reason: 'PAS_VERIFIEE' })
    expect(verifierRecevabilite({ ...verifiee, signalements: autres }, recevable)).toMatchObject({ ok: true })
  })
})
