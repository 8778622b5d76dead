import { expect, test } from 'vitest'
import { ouvrirBanc } from '#support/pannes/banc'
import { eprouverDecisions } from '#support/pannes/decisions'
import { STORES } from './monde'

const DECISIONS = 20

test.each(STORES)(
  'the decisions of a séance, on %s, through every fault: one mail each, its letter with it, none lost and none doubled',
  { timeout: 400_000 },
  async (kind) => {
    const { banc, fermer } = await ouvrirBanc(kind)
    const bilan = await eprouverDecisions(banc, { n: DECISIONS, dure: 500, cadence: 1_000 }).finally(fermer)
    expect(bilan).toMatchObject({
      ...{ lettres: DECISIONS, decisions: DECISIONS, faux: 0 },
      ...{ doubles: 0, perdus: 0, abandonnes: 0 },
    })
    const { envoyes, aVerifier, refuses, jointes } = bilan
    expect(envoyes + aVerifier + refuses).toBe(DECISIONS)
    // What the server took and hung up on is among those to be verified: it carried its letter as the others did.
    expect(jointes).toBeGreaterThanOrEqual(envoyes)
    expect(refuses).toBe(1)
  },
)
