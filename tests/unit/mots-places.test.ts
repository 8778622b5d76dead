import { describe, expect, test } from 'vitest'
import { type MotPlace, placerLus, trouverMots } from '#domain/mots-places'

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

describe('the words a value was read from are pointed at', () => {
  const pages = [
    [
      mot('Dates : 2030', 0.1),
      mot('Nombre de jeunes :', 0.1, 0.2),
      mot('30', 0.4, 0.2),
      mot('Budget : 12 030', 0.1, 0.3),
    ],
    [mot('Âge : 30 ans', 0.1), mot('Subvention : 3 600 EUR', 0.1, 0.2)],
  ]

  test('as whole words, a cell of their own before a part of a sentence', () => {
    expect(placerLus(pages, { mots: '30', page: 1 })).toEqual({
      page: 1,
      places: [{ x: 0.4, y: 0.2, largeur: 0.1, hauteur: 0.02 }],
    })
    for (const texte of ['Dates : 2030', '300 jeunes', 'A30'])
      expect(placerLus([[mot(texte, 0.1)]], { mots: '30', page: 1 })).toBeNull()
    expect(placerLus([[mot('Âge : 30 ans', 0.1)]], { mots: '30', page: 1 })?.page).toBe(1)
  })

  test('after a label before anywhere else', () => {
    const page = [mot('du 30 au 31', 0.1), mot('Jeunes : 30', 0.1, 0.2), mot('à 30 km', 0.1, 0.3)]
    expect(placerLus([page], { mots: '30', page: null })?.places.map(({ y }) => y)).toEqual([0.2])
  })

  test('on the page said, and on no other; on the first that has them when none is', () => {
    expect(placerLus(pages, { mots: '3 600 EUR', page: null })?.page).toBe(2)
    expect(placerLus(pages, { mots: '3 600 EUR', page: 1 })).toBeNull()
    expect(placerLus(pages, { mots: '3 600 EUR', page: 9 })).toBeNull()
  })

  test('nothing is pointed at where they are not, nor where they are too often', () => {
    expect(placerLus(pages, { mots: 'IBAN', page: null })).toBeNull()
    expect(placerLus([[1, 2, 3, 4].map((i) => mot('oui', 0.1, i / 10))], { mots: 'oui', page: 1 })).toBeNull()
    expect(placerLus([], { mots: '30', page: 1 })).toBeNull()
  })
})
