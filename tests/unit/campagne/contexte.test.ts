import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lireFaits } from '#domain/campagne/contexte'
import { faitsDuFormulaire } from '#domain/portail/faits-formulaire'

describe('the facts of a dossier', () => {
  test('columns beside the portal’s form are listened to', () => {
    expect(faitsDuFormulaire({ '+Date de création': '03/04/2024', '+Nombre de mineurs': '12' })).toEqual({
      creeeLe: '2024-04-03',
      mineurs: true,
    })
    expect(faitsDuFormulaire({ '+Mineurs': 'Non', '+Date de la déclaration en préfecture': '1er juin 2020' })).toEqual({
      creeeLe: '2020-06-01',
      mineurs: false,
    })
    expect(faitsDuFormulaire({ '+Mineurs': 'peut-être', '+Date de création': '31/02/2024' })).toEqual({})
  })

  test('what officers said is read whatever the column holds', () => {
    expect(lireFaits({ creeeLe: '2024-01-02', mineurs: true, renouvellement: 'oui', autre: 1 })).toEqual({
      creeeLe: '2024-01-02',
      mineurs: true,
    })
    fc.assert(fc.property(fc.jsonValue(), (json) => void lireFaits(json)))
  })
})
