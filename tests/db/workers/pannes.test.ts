import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eprouver } from '#support/pannes/eprouver'
import { type Banc, type Panne, PANNES } from '#support/pannes/pannes'
import { ouvrirBanc } from '#support/pannes/banc'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { STORES, unMonde } from './monde'

const MAILS = 15

const ESSAI = { n: MAILS, dure: 1_000, patience: 60_000, cadence: 1_000 }

describe.each(STORES)('mails under faults, on %s', (kind) => {
  const monde = unMonde(kind)
  let smtp: OwnSmtp

  beforeAll(async () => {
    smtp = await ownSmtp()
  })
  afterAll(() => smtp.close())

  async function verifier(sur: Banc, panne: Panne) {
    const bilan = await eprouver(sur, panne, ESSAI)
    expect(bilan).toMatchObject({ doubles: 0, perdus: 0, abandonnes: 0, refuses: panne.refus ?? 0 })
    expect(bilan.envoyes + bilan.aVerifier + bilan.refuses).toBe(MAILS)
  }
  const pannes = PANNES.filter(({ sur }) => !sur || sur === kind)

  test.each(pannes.filter(({ base }) => !base).map((panne) => [panne.nom, panne] as const))(
    '%s: none lost, none doubled, none given up',
    { timeout: 150_000 },
    (_nom, panne) => verifier({ ...monde, smtp }, panne),
  )

  test.each(pannes.filter(({ base }) => base).map((panne) => [panne.nom, panne] as const))(
    '%s: none lost, none doubled, none given up',
    { timeout: 150_000 },
    async (_nom, panne) => {
      const { banc, fermer } = await ouvrirBanc(kind)
      await verifier(banc, panne).finally(fermer)
    },
  )
})
