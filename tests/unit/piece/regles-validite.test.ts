import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODES_PIECE, MOTIFS_NON_CONFORMITE } from '#domain/piece/piece'
import { motifsDesRegles, reglesDe, reglesParDefaut } from '#domain/piece/regles-validite'

describe('what is looked at in a pièce', () => {
  test('a pièce whose campagne sets nothing has the rules of its code', () => {
    expect(reglesDe('RIB', null)).toMatchObject({ titulaire: true, ibanValide: true, signatureRequise: false })
    expect(reglesDe('COMPTES_N1', undefined)).toMatchObject({ anneeDansTexte: 'N-1', signatureRequise: true })
    expect(reglesDe('DOMICILE_JEUNES', null).ancienneteMaxMois).toBe(3)
    expect(reglesDe('CER', null).dateAuPlusTot).toBe('2022-01-02')
  })

  test('what a campagne sets holds, and null takes a rule away', () => {
    expect(reglesDe('AVIS_SIRENE', { ancienneteMaxMois: 6, siretStructure: false })).toMatchObject({
      ancienneteMaxMois: 6,
      siretStructure: false,
    })
    expect(reglesDe('COMPTES_N1', { anneeDansTexte: null }).anneeDansTexte).toBeNull()
    expect(reglesDe('CER', { dateAuPlusTot: '2025-02-30' }).dateAuPlusTot).toBe('2022-01-02')
  })

  test('whatever the column holds, reading it gives rules and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODES_PIECE, 'INCONNUE'), fc.jsonValue(), (code, json) => {
        const regles = reglesDe(code, json)
        expect(Object.keys(regles)).toEqual(Object.keys(reglesParDefaut(code)))
      }),
    )
  })

  test('rules written as JSON are read back as they were', () => {
    for (const code of CODES_PIECE) {
      const regles = { ...reglesParDefaut(code), ancienneteMaxMois: 7, rna: true }
      expect(reglesDe(code, JSON.parse(JSON.stringify(regles)))).toEqual(regles)
    }
  })

  test('the reasons offered follow the rules: each is known, said once, and « autre » is always the last', () => {
    expect(motifsDesRegles(reglesParDefaut('RIB'))).toContain('MAUVAIS_TITULAIRE')
    expect(motifsDesRegles(reglesParDefaut('RIB'))).not.toContain('DESEQUILIBREE')
    for (const code of CODES_PIECE) {
      const motifs = motifsDesRegles(reglesParDefaut(code))
      expect(new Set(motifs).size).toBe(motifs.length)
      expect(motifs.every((motif) => MOTIFS_NON_CONFORMITE.includes(motif))).toBe(true)
      expect(motifs.at(-1)).toBe('AUTRE')
    }
  })
})
