import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chercherMots, debutDeLigne, decouper, numeroDe } from '#domain/pre-projet/lecture/surligner'

const trouve = (texte: string, mots: string, depuis?: number) => {
  const etendue = chercherMots(texte, mots, depuis)
  return etendue && decouper(texte, etendue)[1]
}

test('words are found whatever their spaces, line ends, case and accents', () => {
  expect(trouve('SIRET : 828 110\n353 00020.', '828 110 353 00020')).toBe('828 110\n353 00020')
  expect(trouve('Coût\u00a0: 12\u202f500 €', '12 500 €')).toBe('12\u202f500 €')
  expect(trouve('ÉCHANGE à Herne', 'échange a herne')).toBe('ÉCHANGE à Herne')
  expect(trouve('un œuf ﬁn', 'fin')).toBe('ﬁn')
})

test('the place that was read comes before an earlier twin, and words that are not there are not pointed at', () => {
  const texte = 'Nous serons 24.\nNombre de jeunes : 24'
  expect(chercherMots(texte, '24', debutDeLigne(texte, 2))?.debut).toBe(texte.lastIndexOf('24'))
  expect(chercherMots(texte, '24')?.debut).toBe(12)
  expect(chercherMots(texte, '25')).toBeNull()
  expect(chercherMots(texte, '  ')).toBeNull()
})

test('a line of a body is counted without what it quotes', () => {
  expect(debutDeLigne('a\n> b\nc', 2)).toBe(6)
  expect(debutDeLigne('a', 9)).toBe(0)
  expect([numeroDe('page', 'page 3'), numeroDe('ligne', 'tableau 1, ligne 3'), numeroDe('page', '')]).toEqual([
    3,
    null,
    null,
  ])
})

test('any part of a text is found in it, at a place that reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.nat(30), (texte, debut, longueur) => {
      const mots = texte.slice(debut, debut + longueur)
      const etendue = chercherMots(texte, mots)
      if (etendue) {
        expect(etendue.debut).toBeGreaterThanOrEqual(0)
        expect(etendue.fin).toBeLessThanOrEqual(texte.length)
        expect(etendue.fin).toBeGreaterThan(etendue.debut)
      } else expect(mots.normalize('NFKD').replace(/[\p{M}\s]/gu, '')).toBe('')
    }),
  )
})
