import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CAUSES_ECHEC, type CauseDUnEssai, PORTEE } from '#domain/courriel/echec-envoi'
import {
  attenteMs,
  type Autour,
  DOMAINES,
  empreinteDuRefus,
  RAFALE,
  RYTHME,
  suiteDe,
} from '#domain/courriel/suspension'

const SEUL: Autour = {
  suspendue: null,
  sonde: false,
  autresPassees: false,
  reports: 1,
  domaines: 1,
  reprisDepuis: false,
  expire: false,
}
const suite = (cause: CauseDUnEssai, change: Partial<Autour> = {}) => suiteDe(cause, { ...SEUL, ...change })

const ESSAIS = CAUSES_ECHEC.filter(
  (cause): cause is CauseDUnEssai => PORTEE[cause] !== 'FIN' && cause !== 'REFUS_GENERAL' && cause !== 'COUPURE',
)

describe('what follows a try that failed', () => {
  test.each(ESSAIS.filter((cause) => PORTEE[cause] === 'TOUS'))(
    '%s suspends the sending, and costs the mail nothing',
    (cause) => {
      expect(suite(cause)).toEqual({ type: 'SUSPENDRE', cause })
    },
  )

  test.each(ESSAIS.filter((cause) => PORTEE[cause] === 'UN'))('%s fails this mail alone, at once', (cause) => {
    expect(suite(cause)).toEqual({ type: 'ECHOUER', cause, suspendre: null })
    expect(suite(cause, { suspendue: 'INJOIGNABLE', sonde: true })).toEqual({ type: 'ECHOUER', cause, suspendre: null })
  })

  test('the same refusal for several domains is of the server', () => {
    expect(suite('ADRESSE_INCONNUE', { domaines: DOMAINES - 1 })).toMatchObject({ type: 'ECHOUER' })
    expect(suite('ADRESSE_INCONNUE', { domaines: DOMAINES })).toEqual({ type: 'SUSPENDRE', cause: 'REFUS_GENERAL' })
  })

  test('a refusal met before the sending was let go again is met once more before it is of this mail', () => {
    expect(suite('ADRESSE_INCONNUE', { reprisDepuis: true })).toEqual({ type: 'REPORTER' })
    expect(suite('ADRESSE_INCONNUE', { reprisDepuis: true, expire: true })).toMatchObject({ type: 'ECHOUER' })
    expect(suite('ADRESSE_INCONNUE', { reprisDepuis: true, domaines: DOMAINES })).toMatchObject({ type: 'SUSPENDRE' })
  })

  test('a mail put off is tried later; many of them suspend the sending', () => {
    expect(suite('PLUS_TARD')).toEqual({ type: 'REPORTER' })
    expect(suite('PLUS_TARD', { reports: RAFALE - 1 })).toEqual({ type: 'REPORTER' })
    expect(suite('PLUS_TARD', { reports: RAFALE })).toEqual({ type: 'SUSPENDRE', cause: 'SERVEUR_OCCUPE' })
    expect(suite('PLUS_TARD', { sonde: true, suspendue: 'SERVEUR_OCCUPE' })).toMatchObject({ type: 'SUSPENDRE' })
    expect(suite('PLUS_TARD', { sonde: true, suspendue: 'INJOIGNABLE' })).toEqual({ type: 'REPORTER' })
  })

  test('a refusal of policy met again after others passed is of this mail', () => {
    expect(suite('ENVOI_INTERDIT', { autresPassees: true })).toEqual({
      type: 'ECHOUER',
      cause: 'REFUSE',
      suspendre: null,
    })
    expect(suite('COMPTE_REFUSE', { autresPassees: true })).toMatchObject({ type: 'SUSPENDRE' })
  })

  test('an end nobody saw is told, and the sending suspended: the next mail would meet the same', () => {
    expect(suite('ISSUE_INCONNUE')).toEqual({ type: 'ECHOUER', cause: 'ISSUE_INCONNUE', suspendre: 'COUPURE' })
  })

  test('after four days a mail is given up, whatever suspends the sending, and not before', () => {
    const autour = fc.record({
      suspendue: fc.constantFrom(null, 'INJOIGNABLE' as const, 'SERVEUR_OCCUPE' as const, 'REFUS_GENERAL' as const),
      sonde: fc.boolean(),
      autresPassees: fc.boolean(),
      reports: fc.integer({ min: 1, max: 400 }),
      domaines: fc.integer({ min: 1, max: 400 }),
      reprisDepuis: fc.boolean(),
      expire: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.constantFrom(...ESSAIS), autour, (cause, vu) => {
        const { type, ...reste } = suiteDe(cause, vu)
        if (vu.expire) expect(type).toBe('ECHOUER')
        if (type === 'ECHOUER' && 'cause' in reste && reste.cause === 'DELAI_DEPASSE') expect(vu.expire).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('when the next try comes', () => {
  test('later and later, never past the cap and a fifth, never at the same instant for all', () => {
    expect(attenteMs(0, 0.5, RYTHME)).toBe(30_000)
    expect(attenteMs(1, 0.5, RYTHME)).toBe(60_000)
    expect(attenteMs(40, 0.5, RYTHME)).toBe(3_600_000)
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (essais, hasard) => {
        const ms = attenteMs(essais, hasard, RYTHME)
        expect(ms).toBeGreaterThanOrEqual(RYTHME.premier * 0.8)
        expect(ms).toBeLessThanOrEqual(RYTHME.plafond * 1.2)
      }),
    )
    expect(attenteMs(3, 0.1, RYTHME)).not.toBe(attenteMs(3, 0.9, RYTHME))
  })
})

describe('two refusals in the same words', () => {
  test.each([
    [
      '550 Rejected <a@un.exemple.test>',
      'a@un.exemple.test',
      '550 Rejected <b@deux.exemple.test>',
      'b@deux.exemple.test',
    ],
    [
      '550 No mail for un.exemple.test',
      'a@un.exemple.test',
      '550 No mail for deux.exemple.test',
      'b@deux.exemple.test',
    ],
    ['550 refused. id 4f3a9c21b0', 'a@un.exemple.test', '550 refused. id 77e0d1c2aa', 'b@deux.exemple.test'],
  ])('%s and %s', (une, a, autre, b) => {
    expect(empreinteDuRefus(une, a)).toBe(empreinteDuRefus(autre, b))
  })

  test('other words are another refusal', () => {
    expect(empreinteDuRefus('550 User unknown', 'a@x.exemple.test')).not.toBe(
      empreinteDuRefus('550 Mailbox full', 'a@x.exemple.test'),
    )
  })
})
