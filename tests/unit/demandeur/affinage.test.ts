import { describe, expect, test } from 'vitest'
import { affiner } from '#domain/demandeur/affinage'
import type { EtatDit } from '#domain/demandeur/etat-dit'

const une = (numero: string | null, objet: string, etat: EtatDit = 'DEPOSE') => ({ numero, objet, etat })
const DEMANDES = [
  une('2027-60001', 'Échange de jeunes à Herne'),
  une('2027-60002', 'Chorale de Lviv', 'ACCORDE'),
  une(null, 'Échange scolaire', 'BROUILLON'),
]
const objets = (mots: string, etat: EtatDit | null = null) =>
  affiner(DEMANDES, { mots, etat }).map(({ objet }) => objet)

describe('the list of demandes, narrowed', () => {
  test.each(['', '  ', '%'])('by « %s », which holds no word, it is whole, in its order', (mots) => {
    expect(affiner(DEMANDES, { mots, etat: null })).toEqual(DEMANDES)
  })

  test.each([
    ['echange', ['Échange de jeunes à Herne', 'Échange scolaire']],
    ['HERNE échange', ['Échange de jeunes à Herne']],
    ['60002', ['Chorale de Lviv']],
    ['2027-6000', ['Échange de jeunes à Herne', 'Chorale de Lviv']],
    ['herne lviv', []],
  ])('by « %s »', (mots, attendus) => {
    expect(objets(mots)).toEqual(attendus)
  })

  test('by where they stand, and by both', () => {
    expect(objets('', 'ACCORDE')).toEqual(['Chorale de Lviv'])
    expect(objets('echange', 'BROUILLON')).toEqual(['Échange scolaire'])
    expect(objets('echange', 'ACCORDE')).toEqual([])
  })
})
