import { describe, expect, test } from 'vitest'
import {
  aDesPresents,
  concerne,
  DROIT_DE_SUIVRE,
  ecrireSujet,
  lireFait,
  lireSujet,
  type Sujet,
} from '#domain/direct/fait'
import { ABSENCE_MS, POULS_MS } from '#domain/direct/presence'
import { DROITS } from '#domain/acces/droits'

const ID = '0b9f6d3a-6c0d-4a8e-9b1a-2f3c4d5e6f70'

test('a word of the database is read whole, or not at all', () => {
  const dit = { objet: 'dossier', id: ID, version: 4, par: ID, entree: '12' }
  expect(lireFait(JSON.stringify(dit))).toEqual(dit)
  expect(lireFait(JSON.stringify({ objet: 'lot', id: ID }))).toEqual({
    ...{ objet: 'lot', id: ID },
    ...{ version: null, par: null, entree: null },
  })
  for (const faux of ['', 'dossier', '12', 'null', '{"objet":"dossier"}', '{"objet":"inconnu","id":"x"}'])
    expect(lireFait(faux)).toBeNull()
})

describe('a subject', () => {
  test.each(Object.keys(DROIT_DE_SUIVRE))('%s is written and read back', (objet) => {
    const un = { objet, id: ID } as Sujet
    expect(lireSujet(ecrireSujet(un))).toEqual(un)
    expect(lireSujet(`${objet}:`)).toEqual({ objet, id: '' })
    expect(DROITS).toContain(DROIT_DE_SUIVRE[un.objet])
  })
  test.each(['', 'dossier', 'agent:', `vue:${ID}`, `dossier:${ID}x`, 'constructor:', 'dossier:1'])(
    '%j is none',
    (dit) => expect(lireSujet(dit)).toBeNull(),
  )
})

test('a page is concerned by what it shows: one thing, or all of a kind', () => {
  const fait = { objet: 'rapport', id: ID } as const
  expect(concerne({ objet: 'rapport', id: ID }, fait)).toBe(true)
  expect(concerne({ objet: 'rapport', id: '' }, fait)).toBe(true)
  expect(concerne({ objet: 'rapport', id: ID.replace('0b', '1c') }, fait)).toBe(false)
  expect(concerne({ objet: 'lot', id: '' }, fait)).toBe(false)
})

test('officers see each other on one dossier or one fiche, and nobody stays a minute after they left', () => {
  expect(aDesPresents({ objet: 'dossier', id: ID })).toBe(true)
  expect(aDesPresents({ objet: 'dossier', id: '' })).toBe(false)
  expect(aDesPresents({ objet: 'lot', id: ID })).toBe(false)
  expect(ABSENCE_MS + POULS_MS).toBeLessThan(60_000)
  expect(ABSENCE_MS).toBeGreaterThan(2 * POULS_MS)
})
