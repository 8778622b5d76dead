import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estMemeProjet, joursEntre, similarite } from '#domain/ressemblance'
import { plier } from '#domain/texte'

const titres = (a: string, b: string) => similarite(plier(a), plier(b))
const projet = (titre: string, ville = '', dateDebut: string | null = null, dateFin: string | null = null) => ({
  titrePlie: plier(titre),
  villePliee: plier(ville),
  dateDebut,
  dateFin,
})

describe('la ressemblance de deux projets', () => {
  test('words in another order, a plural or an accent change little; another theme changes much', () => {
    expect(titres('Chorales à Wrocław', 'Wrocław : rencontre des chorales')).toBeGreaterThan(0.9)
    expect(titres('Échange cinéma à Herne', 'Echanges cinémas de Herne')).toBeGreaterThan(0.6)
    expect(titres('Échange de jeunes : le football', 'Échange de jeunes : la chorale')).toBeLessThan(0.35)
    expect(titres('', 'Chorales')).toBe(0)
    expect(titres('Échange de jeunes', 'échange des jeunes')).toBeGreaterThan(0.6)
  })

  test('is the same both ways, between 0 and 1, and whole with itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const s = titres(a, b)
        expect(s).toBeCloseTo(titres(b, a))
        expect(s).toBeGreaterThanOrEqual(0)
        expect(s).toBeLessThanOrEqual(1)
        if (plier(a) !== '') expect(titres(a, a)).toBeCloseTo(1)
      }),
    )
  })

  test('two stays that share a day are 0 days apart, others by the days between, and without dates nothing is said', () => {
    const juillet = { dateDebut: '2025-07-01', dateFin: '2025-07-08' }
    expect(joursEntre(juillet, { dateDebut: '2025-07-08', dateFin: null })).toBe(0)
    expect(joursEntre(juillet, { dateDebut: '2025-07-11', dateFin: '2025-07-12' })).toBe(3)
    expect(joursEntre({ dateDebut: '2025-07-11', dateFin: '2025-07-12' }, juillet)).toBe(3)
    expect(joursEntre(juillet, { dateDebut: null, dateFin: null })).toBeNull()
  })

  test('the same project is known by its title, or by its place and its days', () => {
    const herne = projet('Cinéma et mémoire', 'Herne', '2025-07-01', '2025-07-08')
    expect(estMemeProjet(herne, projet('Mémoire & cinéma'))).toBe(true)
    expect(estMemeProjet(herne, projet('Un été ensemble', 'HERNE', '2025-07-03'))).toBe(true)
    expect(estMemeProjet(herne, projet('Un été ensemble', 'Herne', '2026-07-03'))).toBe(false)
    expect(estMemeProjet(herne, projet('Un été ensemble', 'Kielce', '2025-07-03'))).toBe(false)
  })
})
