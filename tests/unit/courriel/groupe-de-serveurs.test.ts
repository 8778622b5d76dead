import { describe, expect, test } from 'vitest'
import { lireGroupe, placesLibres } from '#domain/courriel/groupe-de-serveurs'
import { libelleRefusGroupe } from '#libelles/courriel/groupe-de-serveurs'

const SAISI = { nom: 'Orange', domaines: 'orange.fr', simultanes: '3', parHeure: '' }

describe('a group of receiving servers', () => {
  test('is read as people type it', () => {
    const domaines = '@Orange.fr\nwanadoo.fr., voila.fr;orange.fr'
    expect(lireGroupe({ ...SAISI, nom: '  Orange ', domaines, parHeure: ' 1000 ' })).toEqual({
      ok: true,
      value: { nom: 'Orange', domaines: ['orange.fr', 'wanadoo.fr', 'voila.fr'], simultanes: 3, parHeure: 1000 },
    })
  })

  test.each([
    ['SANS_NOM', { nom: ' ' }],
    ['NOM_TROP_LONG', { nom: 'x'.repeat(81) }],
    ['SANS_DOMAINE', { domaines: ' , ' }],
    ['DOMAINES_ILLISIBLES', { domaines: 'orange.fr orange' }],
    ['DOMAINES_ILLISIBLES', { domaines: 'a@orange.fr' }],
    ['DOMAINES_ILLISIBLES', { domaines: "orange.fr' OR 1=1" }],
    ['TROP_DE_DOMAINES', { domaines: Array.from({ length: 201 }, (_, i) => `d${i}.fr`).join(' ') }],
    ['SIMULTANES_HORS_BORNES', { simultanes: '' }],
    ['SIMULTANES_HORS_BORNES', { simultanes: '0' }],
    ['SIMULTANES_HORS_BORNES', { simultanes: '51' }],
    ['SIMULTANES_HORS_BORNES', { simultanes: '3,5' }],
    ['PAR_HEURE_HORS_BORNES', { parHeure: '0' }],
    ['PAR_HEURE_HORS_BORNES', { parHeure: 'beaucoup' }],
  ] as const)('is refused for %s: %o', (reason, change) => {
    const lu = lireGroupe({ ...SAISI, ...change })
    expect(lu).toMatchObject({ ok: false, reason })
    if (!lu.ok) expect(libelleRefusGroupe(lu.reason, lu.detail)).toMatch(/\.$/)
  })

  test('has as many places as neither bound is met', () => {
    const places = (parHeure: number | null, enRoute: number, commences: number) =>
      placesLibres({ simultanes: 3, parHeure }, { enRoute, commences })
    expect([places(null, 0, 5_000), places(null, 3, 0), places(null, 4, 0)]).toEqual([3, 0, 0])
    expect([places(10, 0, 8), places(10, 2, 8), places(10, 0, 11)]).toEqual([2, 1, 0])
  })
})
