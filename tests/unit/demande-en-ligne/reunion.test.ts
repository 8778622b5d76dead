import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAMPS_FIXES, type ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { lireAuteurs, reunir } from '#domain/demande-en-ligne/reunion'
import { phraseDivergence } from '#libelles/demande-en-ligne/divergence'

const CHAMPS = CHAMPS_FIXES.PROJET
const MOI = { id: 'moi', nom: 'Anne Pruvost' }
const AUTRE = { id: 'autre', nom: 'Marc Lefever' }

const ensemble = (sur: { base?: ReponsesEnLigne; miennes?: ReponsesEnLigne; leurs?: ReponsesEnLigne }, qui = AUTRE) =>
  reunir(CHAMPS, {
    ...{ base: {}, miennes: {}, repris: [], leurs: {}, moi: MOI, ...sur },
    auteurs: Object.fromEntries(CHAMPS.map((champ) => [champ, qui])),
  })

describe('two people in one step', () => {
  test('each keeps what only they changed', () => {
    const faite = ensemble({
      base: { objet: 'Fresque', pays: 'Italie' },
      miennes: { objet: 'Fresque à Herne', pays: 'Italie' },
      leurs: { objet: 'Fresque', pays: 'Allemagne' },
    })
    expect(faite.reponses).toEqual({ objet: 'Fresque à Herne', pays: 'Allemagne' })
    expect(faite.divergences).toEqual([])
    expect(faite.auteurs).toMatchObject({ objet: MOI, pays: AUTRE })
  })

  test('one field changed in two ways keeps what is kept, and is told', () => {
    const faite = ensemble({ base: { pays: 'Italie' }, miennes: { pays: 'Chili' }, leurs: { pays: 'Allemagne' } })
    expect(faite.reponses).toEqual({ pays: 'Allemagne' })
    expect(faite.divergences).toEqual([{ champ: 'pays', mienne: 'Chili', leur: 'Allemagne', qui: 'Marc Lefever' }])
  })

  test('what somebody wrote themselves gives way to what they write now', () => {
    const sur = { base: { pays: 'Italie' }, miennes: { pays: 'Chili' }, leurs: { pays: 'Allemagne' } }
    expect(ensemble(sur, MOI)).toMatchObject({ reponses: { pays: 'Chili' }, divergences: [] })
  })

  test('words found again on a device are asked about, were the other words one’s own', () => {
    const sur = { base: { pays: 'Italie' }, miennes: { pays: 'Chili' }, leurs: { pays: 'Allemagne' } }
    const auteurs = { pays: MOI }
    const faite = reunir(CHAMPS, { ...sur, auteurs, moi: MOI, repris: ['pays'] })
    expect(faite.reponses).toEqual({ pays: 'Allemagne' })
    expect(faite.divergences).toEqual([{ champ: 'pays', mienne: 'Chili', leur: 'Allemagne', qui: '' }])
    expect(phraseDivergence({ leur: 'Allemagne', qui: '' })).toMatch(
      /^Entre-temps, une autre réponse a été enregistrée/,
    )
    const seule = { ...sur, leurs: { pays: 'Italie' } }
    expect(reunir(CHAMPS, { ...seule, auteurs, moi: MOI, repris: ['pays'] }).divergences).toEqual([])
  })

  test('an answer that is taken away is one, and erases nobody’s', () => {
    expect(ensemble({ base: { pays: 'Italie' }, leurs: { pays: 'Italie' } }).reponses).toEqual({})
    expect(ensemble({ base: { pays: 'Italie' }, miennes: { pays: 'Italie' } }).reponses).toEqual({})
    expect(ensemble({ base: { pays: 'Italie' }, leurs: { pays: 'Chili' } }).divergences).toHaveLength(1)
  })

  const reponses = fc.record(
    Object.fromEntries(CHAMPS.map((champ) => [champ, fc.constantFrom('', 'un', 'deux', 'trois')])),
  ) as fc.Arbitrary<ReponsesEnLigne>

  test('no word is lost: each field holds one of the two, and what it does not hold is told or was given up by who wrote it', () => {
    fc.assert(
      fc.property(reponses, reponses, reponses, (base, miennes, leurs) => {
        const faite = ensemble({ base, miennes, leurs })
        for (const champ of CHAMPS) {
          const [avant, mienne, leur] = [base[champ] ?? '', miennes[champ] ?? '', leurs[champ] ?? '']
          const garde = faite.reponses[champ] ?? ''
          const dite = faite.divergences.some((une) => une.champ === champ)
          expect([mienne, leur]).toContain(garde)
          if (mienne !== garde) expect(dite || mienne === avant).toBe(true)
          if (leur !== garde) expect(leur).toBe(avant)
        }
      }),
    )
  })

  test('sent again once it is kept, it changes nothing', () => {
    fc.assert(
      fc.property(reponses, reponses, (base, miennes) => {
        const une = ensemble({ base, miennes, leurs: base })
        expect(ensemble({ base, miennes, leurs: une.reponses }).reponses).toEqual(une.reponses)
      }),
    )
  })
})

test('authors are read back, and what is none is left out', () => {
  expect(lireAuteurs({ pays: MOI, objet: { id: 3 }, x: null })).toEqual({ pays: MOI })
  expect(lireAuteurs(null)).toEqual({})
})
