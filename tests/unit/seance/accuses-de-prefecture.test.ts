import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DeliberationNommee,
  jugerAccuses,
  type LigneDAccuse,
  type RefusDAccuse,
} from '#domain/seance/accuses-de-prefecture'
import { numeroDeDeliberation, parseNumeroDeDeliberation } from '#domain/seance/deliberation'
import { phraseAccuse, phraseAccuseRefuse, phraseAccusesFaits, phraseApercu } from '#libelles/seance/accuses'

const TODAY = '2026-06-20'
const une = (change: Partial<DeliberationNommee> = {}): DeliberationNommee => ({
  ...{ numero: '2026-007', le: '2026-06-16', executoireLe: null },
  seance: { id: 's', version: 3, jour: '2026-06-16', intitule: '' },
  ...change,
})
const ligne = (change: Partial<LigneDAccuse> = {}): LigneDAccuse => ({
  ...{ rang: 2, numero: 'CP 2026-7', deliberation: { annee: 2026, rang: 7 }, recueLe: '2026-06-19', enAttente: false },
  ...change,
})
const juger = (lues: LigneDAccuse[], deliberation = une()) =>
  jugerAccuses(lues, new Map([[deliberation.numero, deliberation]]), TODAY)
const refus = (lues: LigneDAccuse[], deliberation = une()) => juger(lues, deliberation).map((un) => un.refus)

describe('the number of a délibération', () => {
  test('is read however tools and officers write it', () => {
    const ecrits = ['2026-007', '2026-7', ' 2026–007 ', 'n° 2026-007', 'N°2026-007', 'Nº 2026-007', '№ 2026-7', 'CP 2026-007']
    const longs = ['CP-2026-007', 'CP_2026_007', 'DEL-2026-007', 'Délibération n° 2026-007', 'délibération de la commission permanente n°\u00a02026-007', '2026/7', '2026 - 007'] // prettier-ignore
    for (const ecrit of [...ecrits, ...longs])
      expect([ecrit, parseNumeroDeDeliberation(ecrit)]).toEqual([ecrit, { annee: 2026, rang: 7 }])
  }) // prettier-ignore

  test('is not taken from another act, another assembly, a dossier or a day', () => {
    for (const ecrit of [
      '',
      '7',
      'AR 2026-007',
      'Arrêté n° 2026-007',
      'CD 2026-007',
      '2026-00007',
      '2026-007-DE',
      '19/06/2026',
      '2026-06-19',
      '2026-000',
      '0000-007',
    ])
      // prettier-ignore
      expect([ecrit, parseNumeroDeDeliberation(ecrit)]).toEqual([ecrit, null])
  })

  test('is the one that is written, for every year and rank', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (annee, rang) => {
        expect(parseNumeroDeDeliberation(numeroDeDeliberation(annee, rang))).toEqual({ annee, rang })
      }),
    )
  })
})

describe('a file of acknowledgements', () => {
  test('says the day that each délibération would be in force from, at the version of its séance', () => {
    expect(juger([ligne()])).toEqual([
      { rang: 2, numero: 'CP 2026-7', deliberation: une(), recueLe: '2026-06-19', refus: null },
    ])
    expect(refus([ligne({ recueLe: '2026-06-16' }), ligne({ rang: 3, recueLe: '2026-06-16' })])).toEqual([
      null,
      'EN_DOUBLE',
    ])
    expect(refus([ligne({ recueLe: TODAY })])).toEqual([null])
  })

  test.each<[RefusDAccuse, Partial<LigneDAccuse>]>([
    ['NUMERO_ILLISIBLE', { deliberation: null }],
    ['INCONNUE', { deliberation: { annee: 2025, rang: 7 } }],
    ['EN_ATTENTE', { recueLe: null, enAttente: true }],
    ['DATE_ILLISIBLE', { recueLe: null }],
    ['AVANT_LA_DELIBERATION', { recueLe: '2026-06-15' }],
    ['JOUR_A_VENIR', { recueLe: '2026-06-21' }],
  ])('says %s of a row that writes nothing', (reason, change) => {
    expect(refus([ligne(change)])).toEqual([reason])
  })

  test('already in force, there is nothing to do of the same day, and another day is refused', () => {
    const executoire = une({ executoireLe: '2026-06-19' })
    expect(refus([ligne(), ligne({ rang: 3 })], executoire)).toEqual(['DEJA_CE_JOUR', 'DEJA_CE_JOUR'])
    expect(refus([ligne({ recueLe: '2026-06-18' })], executoire)).toEqual(['DEJA_EXECUTOIRE'])
  })

  test('two rows that say two days of one délibération write neither; one that waits says none', () => {
    const autre = ligne({ rang: 3, recueLe: '2026-06-18' })
    expect(refus([ligne(), autre, ligne({ rang: 4 })])).toEqual(Array(3).fill('LIGNES_DIFFERENTES'))
    const illisible = ligne({ rang: 3, recueLe: null })
    expect(refus([illisible, ligne()])).toEqual(['DATE_ILLISIBLE', 'LIGNES_DIFFERENTES'])
    const enAttente = ligne({ rang: 3, recueLe: null, enAttente: true })
    expect(refus([enAttente, ligne()])).toEqual(['EN_ATTENTE', null])
    const dUneAutre = ligne({ rang: 3, recueLe: '2026-06-18', deliberation: { annee: 2026, rang: 8 } })
    expect(refus([ligne(), dUneAutre])).toEqual([null, 'INCONNUE'])
  })

  test('is said in words', () => {
    const dire = (lues: LigneDAccuse[], deliberation = une()) => juger(lues, deliberation).map(phraseAccuse)
    expect(dire([ligne()])).toEqual(['Sera exécutoire depuis le 19/06/2026.'])
    const executoire = une({ executoireLe: '2026-06-19' })
    expect(dire([ligne(), ligne({ rang: 3 })], executoire)[0]).toBe(
      'Déjà exécutoire depuis le 19/06/2026\u00a0: rien à faire.',
    )
    expect(dire([ligne({ recueLe: '2026-06-18' })], executoire)).toEqual([
      'Déjà exécutoire depuis le 19/06/2026, et non le 18/06/2026\u00a0: rien ne change.',
    ])
    expect(dire([ligne({ deliberation: { annee: 2025, rang: 1 } })])).toEqual([
      'Délibération inconnue\u00a0: aucune séance n’a ce numéro.',
    ])
    expect(phraseApercu(juger([ligne(), ligne({ rang: 3, deliberation: null })]))).toBe(
      '1\u00a0délibération à enregistrer, 1\u00a0ligne sans effet.',
    )
    expect(phraseApercu(juger([ligne({ deliberation: null })]))).toBe(
      'Aucune délibération à enregistrer, 1\u00a0ligne sans effet.',
    )
    expect(phraseAccusesFaits(['2026-007', '2026-008'])).toBe(
      '2\u00a0délibérations sont exécutoires\u00a0: 2026-007, 2026-008.',
    )
    expect(phraseAccuseRefuse({ numero: '2026-007', reason: 'CHANGEE' })).toBe(
      'Délibération n°\u00a02026-007, non enregistrée. Sa séance a changé depuis que le fichier a été lu\u00a0: redonnez-le.',
    )
  })
})
