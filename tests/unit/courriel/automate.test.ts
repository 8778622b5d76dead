import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FENETRE_MS, MAX_PAR_JOUR, type MailAAccuser, peutAccuser, REPOS_MS } from '#domain/courriel/automate'
import { suiteDuFil } from '#domain/courriel/fil'

const NOW = new Date('2025-05-06T09:02:03Z')
const avant = (ms: number) => new Date(NOW.getTime() - ms)

const mail: MailAAccuser = {
  accuse: true,
  de: 'maelle.bailleul@exemple.test',
  objet: 'Notre fiche pré-projet',
  entetes: {},
  nosAdresses: ['mcei@mcei.test', 'mission@exemple.test', ''],
  precedents: [],
}
const refus = (change: Partial<MailAAccuser>) => {
  const answer = peutAccuser({ ...mail, ...change }, NOW)
  return answer.ok ? null : answer.reason
}

describe('answering a fiche by itself', () => {
  test('a person who sends a fiche is answered', () => {
    expect(refus({})).toBeNull()
    expect(
      refus({ entetes: { 'auto-submitted': 'no', 'x-auto-response-suppress': 'DR, RN', 'return-path': '<a@b.test>' } }),
    ).toBeNull()
  })

  test('the campagne says whether', () => {
    expect(refus({ accuse: false })).toBe('CAMPAGNE_SANS_ACCUSE')
  })

  test.each([
    [{ 'auto-submitted': 'auto-replied' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ 'auto-submitted': 'auto-generated; owner-email="x"' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ precedence: 'bulk' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ precedence: 'auto_reply' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ precedence: 'list' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ 'list-id': '<jumelages.exemple.test>' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ 'return-path': '<>' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ 'x-autoreply': 'yes' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ 'x-auto-response-suppress': 'All' }, 'REPONSE_NON_VOULUE'],
    [{ 'x-auto-response-suppress': 'DR, OOF, AutoReply' }, 'REPONSE_NON_VOULUE'],
  ])('a mail with %o is not', (entetes, reason) => {
    expect(refus({ entetes })).toBe(reason)
  })

  test.each([
    ['mailer-daemon@exemple.test', 'ADRESSE_DE_MACHINE'],
    ['noreply@exemple.test', 'ADRESSE_DE_MACHINE'],
    ['no-reply+7@exemple.test', 'ADRESSE_DE_MACHINE'],
    ['ne-pas-repondre@exemple.test', 'ADRESSE_DE_MACHINE'],
    ['jumelages-bounces@exemple.test', 'ADRESSE_DE_MACHINE'],
    ['MCEI@mcei.test', 'NOTRE_ADRESSE'],
    ['', 'SANS_ADRESSE'],
    ['undisclosed', 'SANS_ADRESSE'],
  ])('« %s » is not', (de, reason) => {
    expect(refus({ de })).toBe(reason)
  })

  test('one address is answered once in ten minutes and five times a day', () => {
    expect(refus({ precedents: [avant(REPOS_MS - 1)] })).toBe('DEJA_REPONDU_A_L_INSTANT')
    expect(refus({ precedents: [avant(REPOS_MS)] })).toBeNull()
    const cinq = Array.from({ length: MAX_PAR_JOUR }, (_, i) => avant((i + 1) * 3_600_000))
    expect(refus({ precedents: cinq })).toBe('TROP_AUJOURD_HUI')
    expect(refus({ precedents: cinq.map((date) => new Date(date.getTime() - FENETRE_MS)) })).toBeNull()
  })

  test('two robots that answer each other stop, however fast and however long they go on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 * 3_600_000 }), { minLength: 1, maxLength: 400 }),
        (attentes) => {
          const partis: Date[] = []
          let instant = NOW.getTime()
          for (const attente of attentes) {
            instant += attente
            const now = new Date(instant)
            if (peutAccuser({ ...mail, precedents: partis }, now).ok) partis.push(now)
          }
          const jours = Math.floor((instant - NOW.getTime()) / FENETRE_MS) + 1
          expect(partis.length).toBeLessThanOrEqual(MAX_PAR_JOUR * jours)
          partis
            .slice(1)
            .forEach((date, i) => expect(date.getTime() - (partis[i]?.getTime() ?? 0)).toBeGreaterThanOrEqual(REPOS_MS))
        },
      ),
    )
  })
})

describe('the thread of an answer', () => {
  test('follows the mail answered, else what it answered', () => {
    expect(suiteDuFil({ messageId: 'c@x', references: ['a@x', 'b@x'], inReplyTo: null })).toEqual(['a@x', 'b@x', 'c@x'])
    expect(suiteDuFil({ messageId: 'c@x', references: [], inReplyTo: 'b@x' })).toEqual(['b@x', 'c@x'])
    expect(suiteDuFil({ messageId: 'c@x', references: ['c@x'], inReplyTo: null })).toEqual(['c@x'])
  })

  test('keeps the first and the last of a long one, and no identifier that could break a header', () => {
    const references = Array.from({ length: 60 }, (_, i) => `${i}@x`)
    const suite = suiteDuFil({
      messageId: 'fin@x',
      inReplyTo: null,
      references: [...references, 'a b@x', 'a>\r\nBcc: x@y', '<z@x'],
    })
    expect(suite).toHaveLength(20)
    expect(suite[0]).toBe('0@x')
    expect(suite.slice(-2)).toEqual(['59@x', 'fin@x'])
  })
})
