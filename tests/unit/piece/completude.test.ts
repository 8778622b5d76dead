import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dispositif } from '#domain/dispositif'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees } from '#domain/campagne/exigence'
import { attenduesParDefaut, matriceParDefaut } from '#domain/campagne/matrice'
import {
  etatCompletude,
  examinerCompletude,
  situationDe,
  type PieceAttendue,
  type PieceDeposee,
} from '#domain/piece/completude'
import { CODES_PIECE, CONTROLES, controler } from '#domain/piece/piece'
import { GENRES, type Genre } from '#domain/structure/genre'

type Echantillon = { numero: string; genre: Genre; dispositif: Dispositif; codes: string[]; manquantes: string[] }

const echantillons = JSON.parse(
  readFileSync(new URL('../../fixtures/verite/completude.json', import.meta.url), 'utf8'),
) as Echantillon[]

const ATTENDUES: PieceAttendue[] = [
  { code: 'LETTRE', exigence: 'OBLIGATOIRE' },
  { code: 'RIB', exigence: 'OBLIGATOIRE' },
  { code: 'PROGRAMME', exigence: 'SI_PERTINENT' },
]

const conforme = (code: string): PieceDeposee => ({ code, controle: 'CONFORME' })

describe('completeness', () => {
  test.each(echantillons)(
    '$numero ($genre, $dispositif) misses what the sample says',
    ({ genre, dispositif, codes, manquantes }) => {
      const pieces = codes.map((code) => ({ code, controle: 'A_CONTROLER' as const }))
      expect(
        examinerCompletude(exigees(attenduesParDefaut(dispositif, genre), CONTEXTE_INCONNU), pieces).manquantes,
      ).toEqual(manquantes)
    },
  )

  test('there are 152 dossiers in the sample', () => {
    expect(echantillons).toHaveLength(152)
  })

  test('a pièce asked only where relevant does not block by being absent', () => {
    expect(examinerCompletude(ATTENDUES, [conforme('LETTRE'), conforme('RIB')])).toMatchObject({
      complet: true,
      manquantes: [],
    })
  })

  test('once deposited, a pièce asked where relevant is looked at like any other', () => {
    const pieces: PieceDeposee[] = [conforme('LETTRE'), conforme('RIB'), { code: 'PROGRAMME', controle: 'A_CONTROLER' }]
    const completude = examinerCompletude(ATTENDUES, pieces)
    expect(completude).toMatchObject({ complet: false, aControler: ['PROGRAMME'], manquantes: [] })
    expect(etatCompletude(completude)).toBe('A_CONTROLER')
  })

  test('of several pièces of one code, the worst speaks', () => {
    const deux = (a: PieceDeposee['controle'], b: PieceDeposee['controle']) =>
      situationDe('RIB', [{ code: 'RIB', controle: a }, { code: 'RIB', controle: b }]) // prettier-ignore
    expect(deux('CONFORME', 'NON_CONFORME')).toBe('NON_CONFORME')
    expect(deux('A_CONTROLER', 'NON_CONFORME')).toBe('NON_CONFORME')
    expect(deux('CONFORME', 'A_CONTROLER')).toBe('A_CONTROLER')
    expect(deux('CONFORME', 'SANS_OBJET')).toBe('SATISFAITE')
  })

  test('a refused pièce is neither missing nor enough', () => {
    const completude = examinerCompletude(ATTENDUES, [conforme('LETTRE'), { code: 'RIB', controle: 'NON_CONFORME' }])
    expect(completude).toMatchObject({ complet: false, nonConformes: ['RIB'], manquantes: [], aControler: [] })
    expect(etatCompletude(completude)).toBe('MANQUANTES')
  })

  test('a pièce nobody asked for, or nobody recognised, counts for nothing', () => {
    const pieces: PieceDeposee[] = [conforme('LETTRE'), conforme('RIB'), { code: null, controle: 'A_CONTROLER' }, { code: 'JO', controle: 'NON_CONFORME' }] // prettier-ignore
    expect(examinerCompletude(ATTENDUES, pieces).complet).toBe(true)
  })

  const piecesAuHasard = fc.array(
    fc.record({ code: fc.option(fc.constantFrom(...CODES_PIECE)), controle: fc.constantFrom(...CONTROLES) }),
    { maxLength: 25 },
  )

  test('finding a pièce conforme never undoes anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GENRES), piecesAuHasard, fc.nat(), (genre, pieces, rang) => {
        const attendues = attenduesParDefaut('MEI', genre)
        const apres = pieces.map((p, i) =>
          i === rang % (pieces.length || 1) ? { ...p, controle: 'CONFORME' as const } : p,
        )
        const [a, b] = [examinerCompletude(attendues, pieces), examinerCompletude(attendues, apres)]
        expect(b.manquantes).toEqual(a.manquantes)
        expect(b.nonConformes.length + b.aControler.length).toBeLessThanOrEqual(
          a.nonConformes.length + a.aControler.length,
        )
        if (a.complet) expect(b.complet).toBe(true)
      }),
    )
  })

  test('depositing one more pièce never makes one missing, and each asked code is in one place only', () => {
    fc.assert(
      fc.property(piecesAuHasard, fc.constantFrom(...CODES_PIECE), (pieces, code) => {
        const attendues = attenduesParDefaut('MEI', 'association')
        const avant = examinerCompletude(attendues, pieces)
        const apres = examinerCompletude(attendues, [...pieces, conforme(code)])
        expect(avant.manquantes).toEqual(expect.arrayContaining(apres.manquantes))
        const places = [...apres.manquantes, ...apres.aControler, ...apres.nonConformes, ...apres.satisfaites]
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })
})

describe('the default matrix', () => {
  test('only a body of private law gives a CER, and only a public one must give a délibération', () => {
    const genres = (code: string) => matriceParDefaut('MEI').filter((l) => l.code === code && l.exigence === 'OBLIGATOIRE').map((l) => l.genre) // prettier-ignore
    expect(genres('CER')).toEqual(['association', 'fondation', 'ecole_privee', 'cooperative_scolaire'])
    expect(genres('DELIBERATION')).toEqual(['commune', 'epci_syndicat', 'ccas_epl', 'eple', 'autre_public'])
  })

  test('young people’s proofs of domicile are asked in MEI only, and never block', () => {
    const lignes = [...matriceParDefaut('MEI'), ...matriceParDefaut('JUMELAGES')].filter(
      (l) => l.code === 'DOMICILE_JEUNES',
    )
    expect(lignes).toHaveLength(GENRES.length)
    expect(lignes.every((l) => l.exigence === 'SI_PERTINENT')).toBe(true)
  })
})

describe('controler', () => {
  const avecFichier = { aUnFichier: true }

  test('a refusal says why, from the list, and in words when the list is not enough', () => {
    expect(controler(avecFichier, { controle: 'NON_CONFORME' })).toEqual({ ok: false, reason: 'MOTIF_MANQUANT' })
    expect(controler(avecFichier, { controle: 'NON_CONFORME', motif: 'PARCE_QUE' })).toEqual({
      ok: false,
      reason: 'MOTIF_INCONNU',
    })
    expect(controler(avecFichier, { controle: 'NON_CONFORME', motif: 'AUTRE', precision: ' ' })).toEqual({ ok: false, reason: 'PRECISION_MANQUANTE' }) // prettier-ignore
    expect(controler(avecFichier, { controle: 'NON_CONFORME', motif: 'NON_SIGNEE' })).toEqual({
      ok: true,
      value: { controle: 'NON_CONFORME', motif: 'NON_SIGNEE', precision: '' },
    })
  })

  test('a pièce without a file is never conforme, but may be sans objet', () => {
    expect(controler({ aUnFichier: false }, { controle: 'CONFORME' })).toEqual({
      ok: false,
      reason: 'PIECE_SANS_FICHIER',
    })
    expect(controler({ aUnFichier: false }, { controle: 'SANS_OBJET', motif: 'DEJA_DETENUE' })).toMatchObject({
      ok: true,
    })
    expect(controler({ aUnFichier: false }, { controle: 'SANS_OBJET', motif: 'NON_SIGNEE' })).toEqual({
      ok: false,
      reason: 'MOTIF_INCONNU',
    })
  })

  test('a reason left over from a former refusal does not follow a CONFORME', () => {
    expect(controler(avecFichier, { controle: 'CONFORME', motif: 'NON_SIGNEE' })).toMatchObject({
      ok: true,
      value: { motif: null },
    })
  })
})
