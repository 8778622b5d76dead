import { describe, expect, test } from 'vitest'
import { type MotPlace, trouverMots } from '#domain/mots-places'

const mot = (texte: string, x: number, y = 0.1, largeur = 0.1): MotPlace => ({ texte, x, y, largeur, hauteur: 0.02 })

const PAGE = [mot('Relevé', 0.1), mot('d’identité bancaire', 0.2, 0.1, 0.38), mot('BANCAIRE', 0.1, 0.2, 0.16)]

describe('words are found where they stand on a page', () => {
  test('whatever their case and accents, each time they come', () => {
    expect(trouverMots(PAGE, 'bancaire')).toHaveLength(2)
    expect(trouverMots(PAGE, 'RELEVE')).toEqual([[{ x: 0.1, y: 0.1, largeur: 0.1, hauteur: 0.02 }]])
  })

  test('the part of a longer run is marked, and not the whole of it', () => {
    const [place] = trouverMots(PAGE, 'bancaire')[0] ?? []
    expect(place?.x).toBeCloseTo(0.2 + 0.38 * (11 / 19))
    expect(place?.largeur).toBeCloseTo(0.38 * (8 / 19))
  })

  test('words that go on in the next run are one find, on both', () => {
    const [places] = trouverMots(PAGE, 'relevé d’identité')
    expect(places).toHaveLength(2)
    expect(trouverMots(PAGE, 'bancaire bancaire')).toHaveLength(1)
  })

  test('what is not there, and what is everywhere, marks nothing', () => {
    for (const cherche of ['IBAN', '', 'e', '  ']) expect(trouverMots(PAGE, cherche)).toEqual([])
  })
})
