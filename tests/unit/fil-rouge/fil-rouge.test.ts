import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lireConseils, suiviDe } from '#domain/pre-projet/conseils'
import { ecartsDe, ecartsForts, type Etape } from '#domain/pre-projet/ecarts'
import {
  empechementInvitation,
  rapprocher,
  type Recit,
  SEUIL_PROPOSITION,
  suiteRapprochement,
} from '#domain/fil-rouge/fil-rouge'
import { plier } from '#domain/texte'
import { phraseEcart, phraseRaisons } from '#libelles/fil-rouge'

const recit = (plus: Partial<Recit> & { titre?: string; ville?: string } = {}): Recit => {
  const { titre = 'Échange de cinéma à Herne', ville = 'Herne', ...reste } = plus
  return {
    siret: '82811035300020',
    structurePliee: 'les amis de l europe',
    titrePlie: plier(titre),
    paysPlie: 'allemagne',
    villePliee: plier(ville),
    dateDebut: '2025-07-01',
    dateFin: '2025-07-08',
    coutTotalCents: 1_200_000n,
    montantCents: 400_000n,
    ...reste,
  }
}

const score = (fiche: Recit, dossier: Recit) => rapprocher(fiche, dossier).score
const propose = (fiche: Recit, dossier: Recit) => score(fiche, dossier) >= SEUIL_PROPOSITION

describe('le rapprochement d’une fiche et d’un dossier', () => {
  test('the same project is proposed, even renamed, moved by some weeks or dearer', () => {
    expect(score(recit(), recit())).toBe(100)
    expect(propose(recit(), recit({ titre: 'Un été à Herne', coutTotalCents: 1_500_000n, montantCents: null }))).toBe(
      true,
    )
    expect(propose(recit(), recit({ dateDebut: '2025-10-01', dateFin: '2025-10-09', ville: '' }))).toBe(true)
    expect(propose(recit(), recit({ siret: null }))).toBe(true)
    expect(propose(recit(), recit({ siret: '82811035300038' }))).toBe(true)
  })

  test('another project of the same structure is not, nor the same words of another structure', () => {
    const autre = {
      titre: 'Chorales à Kielce',
      ville: 'Kielce',
      paysPlie: 'pologne',
      coutTotalCents: 900_000n,
      montantCents: 300_000n,
    }
    expect(propose(recit(), recit({ ...autre, dateDebut: '2025-10-20', dateFin: '2025-10-27' }))).toBe(false)
    expect(score(recit(), recit({ siret: '21620041000014', structurePliee: 'commune d arras' }))).toBe(0)
    expect(score(recit({ siret: null, structurePliee: '' }), recit({ siret: null, structurePliee: '' }))).toBe(0)
  })

  test('says why, in words', () => {
    expect(phraseRaisons(rapprocher(recit(), recit()).raisons)).toBe(
      'Même SIRET, intitulés presque identiques, même ville, mêmes dates, même coût, même montant.',
    )
  })

  test('is between 0 and 100, and never less for a title that is more alike', () => {
    const texte = fc.string({ maxLength: 40 })
    fc.assert(
      fc.property(texte, texte, fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { nil: null }), (a, b, montant) => {
        const [fiche, dossier] = [recit({ titre: a, montantCents: montant }), recit({ titre: b })]
        const lu = score(fiche, dossier)
        expect(lu).toBeGreaterThanOrEqual(0)
        expect(lu).toBeLessThanOrEqual(100)
        expect(score(fiche, { ...dossier, titrePlie: fiche.titrePlie })).toBeGreaterThanOrEqual(
          plier(a) === '' ? 0 : lu,
        )
      }),
    )
  })

  test('every answer of an officer can be taken back', () => {
    expect(suiteRapprochement('PROPOSE', 'confirmer')).toBe('CONFIRME')
    expect(suiteRapprochement('CONFIRME', 'retablir')).toBe('PROPOSE')
    expect(suiteRapprochement('ECARTE', 'retablir')).toBe('PROPOSE')
    expect(suiteRapprochement('CONFIRME', 'ecarter')).toBeUndefined()
  })

  test('only a favourable fiche without dossier is invited', () => {
    const fiche = {
      etat: 'AVIS_RENDU',
      avis: 'FAVORABLE',
      depose: false,
      echeanceDepot: '2025-09-30',
      today: '2025-09-30',
    } as const
    expect(empechementInvitation(fiche)).toBeNull()
    expect(empechementInvitation({ ...fiche, avis: 'DEFAVORABLE' })).toBe('AVIS_NON_FAVORABLE')
    expect(empechementInvitation({ ...fiche, etat: 'CLOS' })).toBe('AVIS_NON_FAVORABLE')
    expect(empechementInvitation({ ...fiche, depose: true })).toBe('DOSSIER_DEJA_DEPOSE')
    expect(empechementInvitation({ ...fiche, today: '2025-10-01' })).toBe('DEPOT_CLOS')
    expect(empechementInvitation({ ...fiche, echeanceDepot: null, today: '2026-10-01' })).toBeNull()
  })
})

describe('l’écart entre l’annoncé et le déposé', () => {
  const etape: Etape = {
    titre: 'Cinéma à Herne',
    structure: 'Les Amis',
    siret: '82811035300020',
    pays: 'Allemagne',
    ville: 'Herne',
    partenaire: 'Gymnasium Eickel',
    dateDebut: '2025-07-01',
    dateFin: '2025-07-08',
    participants: 20,
    coutTotalCents: 1_000_000n,
    montantCents: 400_000n,
  }
  const ecarts = (plus: Partial<Etape>) => ecartsDe(etape, { ...etape, ...plus })
  const un = (plus: Partial<Etape>) => ecarts(plus).find(({ niveau }) => niveau !== 'NUL')
  const forts = (plus: Partial<Etape>) => ecartsForts(ecarts(plus)).map(({ sujet }) => sujet)

  test('nothing moved, nothing is said', () => {
    expect(ecarts({}).every(({ niveau }) => niveau === 'NUL')).toBe(true)
  })

  test('an amount asked is flagged beyond a tenth, a cost or a number beyond a fifth', () => {
    expect(forts({ montantCents: 440_000n })).toEqual([])
    expect(forts({ montantCents: 440_001n })).toEqual(['MONTANT'])
    expect(forts({ coutTotalCents: 1_200_000n, participants: 24 })).toEqual([])
    expect(forts({ coutTotalCents: 1_200_001n, participants: 15 })).toEqual(['COUT', 'PARTICIPANTS'])
    expect(phraseEcart(un({ montantCents: 450_000n }) ?? { sujet: 'MONTANT', niveau: 'MUET' })).toBe(
      '+\u00a012,5\u00a0%',
    )
    expect(phraseEcart(un({ montantCents: 300_000n }) ?? { sujet: 'MONTANT', niveau: 'MUET' })).toBe('−\u00a025\u00a0%')
  })

  test('a date is flagged from a fortnight, a place or a partner when it is another', () => {
    expect(forts({ dateDebut: '2025-07-15', dateFin: '2025-07-22' })).toEqual([])
    expect(forts({ dateDebut: '2025-07-16', dateFin: '2025-07-23' })).toEqual(['DEBUT', 'FIN'])
    expect(phraseEcart(un({ dateDebut: '2025-06-30' }) ?? { sujet: 'DEBUT', niveau: 'MUET' })).toBe(
      '1\u00a0jour plus tôt',
    )
    expect(forts({ ville: 'herne', pays: 'Allemagne (RFA)' })).toEqual([])
    expect(forts({ ville: 'Kielce', pays: 'Pologne', partenaire: 'Liceum' })).toEqual(['PAYS', 'VILLE', 'PARTENAIRE'])
    expect(forts({ siret: '82811035300038' })).toEqual([])
    expect(forts({ siret: '21620041000014' })).toEqual(['STRUCTURE'])
  })

  test('what one side does not say is not a drift', () => {
    const muet: Etape = {
      ...etape,
      titre: '',
      structure: '',
      siret: null,
      pays: '',
      ville: '',
      partenaire: '',
      dateDebut: null,
      dateFin: null,
      participants: null,
      coutTotalCents: null,
      montantCents: null,
    }
    expect(new Set(ecartsDe(etape, muet).map(({ niveau }) => niveau))).toEqual(new Set(['MUET']))
  })
})

describe('les conseils donnés', () => {
  const reponse = (reponse: string) => ({
    reponse,
    question: 'Le pays entre-t-il dans l’appel ?',
    precision: 'Précisez.',
    par: 'Camille Essai',
    parId: '6f1c0c58-3f50-4a4e-9d3c-0f4b0f1f7c11',
    le: '2025-06-02T09:00:00.000Z',
  })

  test('are the « non » and the « à préciser » of the grid, whatever else its row holds', () => {
    const examen = {
      reponses: { PAYS_ELIGIBLE: reponse('NON'), PARTENAIRE: reponse('A_PRECISER'), TERRITOIRE: reponse('OUI'), X: 3 },
    }
    expect(lireConseils(examen).map(({ code }) => code)).toEqual(['PAYS_ELIGIBLE', 'PARTENAIRE'])
    fc.assert(fc.property(fc.jsonValue(), (json) => Array.isArray(lireConseils(json))))
  })

  test('are not followed when nothing moved on their subject', () => {
    expect(
      suiviDe({ code: 'PAYS_ELIGIBLE' }, [
        { sujet: 'PAYS', niveau: 'NUL' },
        { sujet: 'VILLE', niveau: 'MUET' },
      ]),
    ).toBe('NON_SUIVI')
    expect(
      suiviDe({ code: 'PAYS_ELIGIBLE' }, [
        { sujet: 'PAYS', niveau: 'NUL' },
        { sujet: 'VILLE', niveau: 'FORT' },
      ]),
    ).toBe('CHANGE')
    expect(suiviDe({ code: 'PAYS_ELIGIBLE' }, [{ sujet: 'PAYS', niveau: 'MUET' }])).toBe('A_VERIFIER')
    expect(suiviDe({ code: 'constructor' }, [{ sujet: 'PAYS', niveau: 'NUL' }])).toBe('A_VERIFIER')
  })
})
