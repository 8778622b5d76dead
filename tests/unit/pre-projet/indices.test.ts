import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REPONSES } from '#domain/pre-projet/grille'
import { ecrireIndices, lireIndices, reprendre } from '#domain/pre-projet/indices'

const GRILLE = {
  etat: 'A_TRAITER',
  criteres: ['pays', 'delai', 'public'].map((code) => ({ code, question: `${code} ?` })),
  examen: {
    reponses: { delai: { reponse: 'NON', precision: '', question: '', par: 'Camille Essai', parId: 'a', le: '' } },
  },
  suggestions: { pays: { reponse: 'OUI' }, delai: { reponse: 'OUI' } },
} as const
const VU = [{ code: 'pays', reponse: 'OUI' }] as const

describe('the hints taken as answers', () => {
  test('are those of the questions that have no answer, as the officer saw them', () => {
    expect(reprendre(GRILLE, VU)).toEqual({
      ok: true,
      value: [{ code: 'pays', question: 'pays ?', reponse: 'OUI' }],
    })
  })

  test.each([
    ['a hint that says otherwise now', [{ code: 'pays', reponse: 'NON' }]],
    ['one more than stands', [...VU, { code: 'delai', reponse: 'OUI' }]],
    ['none', []],
  ] as const)('%s takes nothing', (_, vus) => {
    expect(reprendre(GRILLE, vus)).toEqual({ ok: false, reason: 'INDICES_CHANGES' })
  })

  test('a fiche that is closed is answered no more', () => {
    expect(reprendre({ ...GRILLE, etat: 'CLOS' }, VU)).toEqual({ ok: false, reason: 'FICHE_CLOSE' })
  })

  test('go through a field of a form as they are', () => {
    const indice = fc.record({ code: fc.stringMatching(/^[a-z-]{1,20}$/), reponse: fc.constantFrom(...REPONSES) })
    fc.assert(
      fc.property(fc.array(indice), (indices) => {
        expect(lireIndices(ecrireIndices(indices))).toEqual(indices)
      }),
    )
    expect(lireIndices('pays= =OUI pays=PEUT_ETRE')).toEqual([])
  })
})
