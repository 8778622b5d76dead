import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { communeDInsee, NOMBRE_DE_COMMUNES } from '#domain/structure/commune'
import { COMMUNES_62 } from '#domain/structure/communes-62'
import { lireTerritoire } from '#domain/structure/territoire'

const lire = (communes: string, nom = 'Artois') => lireTerritoire({ nom, communes })

describe('the communes of a territoire, as people write them', () => {
  test.each([
    ['Lens', ['62498']],
    ['62498', ['62498']],
    ['LENS (62300)', ['62498']],
    ['62300 Lens', ['62498']],
    ['Lens\nlens ; 62498', ['62498']],
    ['Lens, Boulogne/Mer\r\nST OMER', ['62498', '62160', '62765']],
  ])('%j', (dit, codes) => {
    expect(lire(dit)).toEqual({ ok: true, value: { nom: 'Artois', codes } })
  })

  test.each([
    ['Lens, Paris, 75056', 'COMMUNES_INCONNUES', 'Paris, 75056'],
    ['62000', 'COMMUNES_INCONNUES', '62000'],
    [' \n, ', 'SANS_COMMUNE', undefined],
  ])('%j is refused', (dit, reason, detail) => {
    expect(lire(dit)).toEqual({ ok: false, reason, ...(detail && { detail }) })
  })

  test('a name is asked, of a bearable length', () => {
    expect(lire('Lens', ' ')).toEqual({ ok: false, reason: 'SANS_NOM' })
    expect(lire('Lens', 'n'.repeat(81))).toEqual({ ok: false, reason: 'NOM_TROP_LONG' })
  })

  test('every commune is found again by the name under which its territoire shows it', () => {
    const codes = Object.values(COMMUNES_62)
      .flatMap((liste) => liste.split(' | '))
      .map((ligne) => `62${ligne.slice(0, 3)}`)
    expect(new Set(codes).size).toBe(NOMBRE_DE_COMMUNES)
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...new Set(codes)), { minLength: 1, maxLength: 60 }), (choisis) => {
        const noms = choisis.map((code) => communeDInsee(code)?.nom)
        const lus = lire(noms.join('\n'))
        expect(lus).toMatchObject({ ok: true, value: { codes: choisis } })
      }),
      { numRuns: 200 },
    )
  })
})
