import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeDuFichier } from '#domain/demande-en-ligne/pieces'

const place = fc.record({
  code: fc.constantFrom('RIB', 'LETTRE', null),
  cleDepot: fc.constantFrom('a', 'a#2', 'b', 'c'),
})
const sansDouble = (places: { cleDepot: string }[]) =>
  new Set(places.map(({ cleDepot }) => cleDepot)).size === places.length

test('a file never takes the place of another pièce, whatever the names', () => {
  fc.assert(
    fc.property(fc.array(place).filter(sansDouble), fc.array(place).filter(sansDouble), (pieces, enAttente) => {
      const prise = placeDuFichier({ code: 'RIB', cle: 'a' }, { pieces, enAttente })
      const autres = [...pieces, ...enAttente].filter(({ code }) => code !== 'RIB')
      const deja = [...pieces, ...enAttente].some((une) => une.code === 'RIB' && une.cleDepot === prise)
      expect(deja || !autres.some(({ cleDepot }) => cleDepot === prise)).toBe(true)
    }),
  )
})

test('it takes the place of the one file of its pièce, and the next one stands beside it', () => {
  const pieces = [{ code: 'RIB', cleDepot: 'releve' }]
  expect(placeDuFichier({ code: 'RIB', cle: 'rib' }, { pieces, enAttente: [] })).toBe('releve')
  expect(placeDuFichier({ code: 'RIB', cle: 'verso' }, { pieces, enAttente: pieces })).toBe('verso')
  expect(placeDuFichier({ code: 'STATUTS', cle: 'releve' }, { pieces, enAttente: [] })).toBe('releve#2')
})
