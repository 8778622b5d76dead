import { describe, expect, test } from 'vitest'
import { type Affinage, affiner } from '#domain/demandeur/affinage'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import type { EtatDit } from '#domain/demandeur/etat-dit'
import type { Dispositif } from '#domain/dispositif'
import { STATUT_DU_PORTAIL } from '#libelles/demandeur/statut-du-portail'

const une = (numero: string | null, objet: string, etat: EtatDit = 'DEPOSE', dispositif: Dispositif = 'MEI') => ({
  ...{ numero, objet, etat, dispositif, statutPortail: STATUT_DU_PORTAIL[etat] },
})
const DEMANDES = [
  une('2027-60001', 'Échange de jeunes à Herne'),
  une('2027-60002', 'Chorale de Lviv', 'ACCORDE', 'JUMELAGES'),
  une(null, 'Échange scolaire', 'BROUILLON'),
]
const objets = (mots: string, etat: EtatDit | null = null) =>
  affiner(DEMANDES, { ...SANS_AFFINAGE, mots, etat }).map(({ objet }) => objet)

describe('the list of demandes, narrowed', () => {
  test.each(['', '  ', '%'])('by « %s », which holds no word, it is whole, in its order', (mots) => {
    expect(affiner(DEMANDES, { ...SANS_AFFINAGE, mots })).toEqual(DEMANDES)
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

  test.each<[Partial<Affinage>, string[]]>([
    [{ dispositif: 'JUMELAGES' }, ['Chorale de Lviv']],
    [{ dispositif: 'MEI', mots: 'echange' }, ['Échange de jeunes à Herne', 'Échange scolaire']],
    [{ statutPortail: 'En cours de saisie' }, ['Échange scolaire']],
    [{ statutPortail: 'Accordé' }, ['Chorale de Lviv']],
    [{ statutPortail: 'Accordé', dispositif: 'MEI' }, []],
  ])('by their type and by the word of the portal: %o', (affinage, attendus) => {
    expect(affiner(DEMANDES, { ...SANS_AFFINAGE, ...affinage }).map(({ objet }) => objet)).toEqual(attendus)
  })
})
