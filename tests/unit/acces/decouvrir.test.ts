import { expect, test } from 'vitest'
import { ROLES, hasDroit } from '#domain/acces/droits'
import { ETAPES } from '#libelles/decouvrir'
import { PAGES } from '#support/adresses'

test('each step leads to a page that exists, and a lecteur finds their way too', () => {
  for (const { vers } of ETAPES) expect(PAGES).toContain(vers.split('?')[0])
  expect(ROLES.map((role) => ETAPES.filter(({ droit }) => hasDroit({ role }, droit)).length)).toEqual([8, 8, 10, 11])
})
