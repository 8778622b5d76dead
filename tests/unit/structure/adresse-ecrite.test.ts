import { describe, expect, test } from 'vitest'
import { adresseEnParties } from '#domain/structure/adresse-ecrite'

const enParties = (adresse: string, codePostal = '', commune = '') => adresseEnParties({ adresse, codePostal, commune })

describe('an address that is asked in parts', () => {
  test('what one line writes after the street is taken out of it, and kept where it is not known otherwise', () => {
    const lens = { adresse: '12 rue de la Paix', codePostal: '62300', commune: 'Lens' }
    expect(enParties('12 rue de la Paix, 62300 Lens')).toEqual(lens)
    expect(enParties('12 rue de la Paix –  62300  LENS CEDEX', '62300', 'Lens')).toEqual(lens)
    expect(enParties('12 rue de la Paix', '62300', 'Lens')).toEqual(lens)
  })

  test('what does not say the same is left as it was written', () => {
    const autre = '12 rue de la Paix, 62000 Arras'
    expect(enParties(autre, '62300', 'Lens')).toEqual({ adresse: autre, codePostal: '62300', commune: 'Lens' })
    expect(enParties('Route 62300')).toEqual({ adresse: 'Route 62300', codePostal: '', commune: '' })
    expect(enParties('')).toEqual({ adresse: '', codePostal: '', commune: '' })
  })
})
