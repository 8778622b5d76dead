import { expect, test } from 'vitest'
import fc from 'fast-check'
import { parUneAutre } from '#domain/acces/seconde-personne'
import { ETATS_COURRIEL } from '#domain/courriel/courriel'
import { estARelire, liberer } from '#domain/notification-de-decision/liberation-de-decision'
import { liberer as libererSeance } from '#domain/seance/liberation'

const LE = new Date('2026-06-20T08:00:00Z')
const PERSONNES = ['claire', 'paul', 'aline'] as const

const decision = fc.record({
  vote: fc.constantFrom(null, 'SEANCE' as const, 'HORS_SEANCE' as const, 'NON_RENSEIGNE' as const),
  libereeLe: fc.constantFrom(null, LE),
  priseParId: fc.constantFrom(null, ...PERSONNES),
})
const courriel = fc.option(fc.record({ etat: fc.constantFrom(...ETATS_COURRIEL) }))

test('only a decision of a vote held elsewhere, that nobody else has read, waits for a second person', () => {
  for (const vote of [null, 'SEANCE', 'NON_RENSEIGNE', 'HORS_SEANCE'] as const)
    expect([vote, estARelire({ vote, libereeLe: null })]).toEqual([vote, vote === 'HORS_SEANCE'])
  expect(estARelire({ vote: 'HORS_SEANCE', libereeLe: LE })).toBe(false)
})

test('a decision is let go once, where its mail is held for it, and never by who took it', () => {
  let liberees = 0
  fc.assert(
    fc.property(fc.option(decision), courriel, fc.constantFrom(...PERSONNES), (prise, mail, par) => {
      const answer = liberer({ decision: prise, courriel: mail }, par)
      if (answer.ok) {
        liberees += 1
        expect(prise).toMatchObject({ vote: 'HORS_SEANCE', libereeLe: null })
        expect(prise?.priseParId).not.toBe(par)
        expect(mail).toEqual({ etat: 'RETENU' })
      } else if (prise?.vote === 'HORS_SEANCE' && !prise.libereeLe && prise.priseParId && mail?.etat === 'RETENU')
        expect([answer.reason, par]).toEqual(['MEME_PERSONNE', prise.priseParId])
      else expect(answer.reason).toBe('PAS_A_LIBERER')
    }),
    { numRuns: 5_000 },
  )
  expect(liberees).toBeGreaterThan(20)
})

test('who lets go what another prepared is one rule, for a séance and for a decision', () => {
  for (const par of PERSONNES)
    for (const agent of PERSONNES) {
      const dit = parUneAutre(par, agent)
      expect(dit.ok).toBe(par !== agent)
      expect(libererSeance({ parId: par }, agent)).toEqual(dit)
      const prise = { vote: 'HORS_SEANCE', libereeLe: null, priseParId: par } as const
      expect(liberer({ decision: prise, courriel: { etat: 'RETENU' } }, agent)).toEqual(dit)
    }
})
