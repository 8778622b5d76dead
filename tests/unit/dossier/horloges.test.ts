import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accuseDuLe, enregistrementDuLe, horlogeRejet, rejetImpliciteLe, type Suspension } from '#domain/dossier/delais'
import { type Horodatee, suspensionsDe } from '#domain/complement/demande-complement'
import { addDays, jourDeParis, parseJour } from '#domain/temps/jour'

/** `3/4/2024`, as one counts on a paper calendar. */
const j = (jour: string) => parseJour(jour) ?? 'not a day'
/** `24/4/2024 15/5/2024 10/5/2024`: asked, limit, received. */
const s = (texte: string): Suspension => {
  const [du = '', limite = '', levee] = texte.split(' ')
  return { du: j(du), limite: j(limite), leveeLe: levee ? j(levee) : null }
}

describe('the day of implicit rejection, counted by hand on a calendar', () => {
  test.each<[cas: string, deposeLe: string, suspensions: string[], rejetLe: string, main: string]>([
    ['the worked example', '3/4/2024', [], '3/6/2024', '3 April, 3 May, 3 June'],
    [
      'received early',
      '3/4/2024',
      ['24/4/2024 15/5/2024 10/5/2024'],
      '19/6/2024',
      '24 to 30 April 6, to 10 May 10: 16',
    ],
    ['never received', '3/4/2024', ['24/4/2024 15/5/2024'], '24/6/2024', '24 to 30 April 6, to 15 May 15: 21'],
    ['received on the last day', '3/4/2024', ['24/4/2024 15/5/2024 15/5/2024'], '24/6/2024', '21 days, as if never'],
    ['received too late', '3/4/2024', ['24/4/2024 15/5/2024 1/6/2024'], '24/6/2024', 'the limit ended it: 21'],
    ['received the next day', '3/4/2024', ['24/4/2024 15/5/2024 25/4/2024'], '4/6/2024', '1 day'],
    ['received the same day', '3/4/2024', ['24/4/2024 15/5/2024 24/4/2024'], '3/6/2024', 'the clock never stood still'],
    ['deposited on a 29 February', '29/2/2024', [], '29/4/2024', '29 February, 29 March, 29 April'],
    ['31 December before a leap year', '31/12/2023', [], '29/2/2024', 'no 31 February: its last day, the 29th'],
    ['31 December before a common year', '31/12/2024', [], '28/2/2025', 'no 31 February: its last day, the 28th'],
    ['30 December before a leap year', '30/12/2023', [], '29/2/2024', 'no 30 February: its last day'],
    ['29 December before a leap year', '29/12/2023', [], '29/2/2024', 'there is a 29th'],
    ['29 December before a common year', '29/12/2024', [], '28/2/2025', 'there is none'],
    ['28 December', '28/12/2024', [], '28/2/2025', 'from day to day'],
    ['28 February is not « the last day »', '28/2/2025', [], '28/4/2025', 'from day to day: not 30 April'],
    ['31 December of a secular leap year', '31/12/1999', [], '29/2/2000', '2000 is a multiple of 400: leap'],
    ['31 December of a secular common year', '31/12/2099', [], '28/2/2100', '2100 is not: common'],
    ['31 July', '31/7/2025', [], '30/9/2025', 'September has 30 days'],
    [
      'a suspension from a 29 February deposit',
      '29/2/2024',
      ['20/4/2024 11/5/2024'],
      '20/5/2024',
      '10 + 11 = 21; 29 April + 21: 1 to the 30th, 20 in May',
    ],
    [
      'a suspension across a 29 February',
      '10/1/2024',
      ['20/2/2024 12/3/2024'],
      '31/3/2024',
      '20 to 29 February 9, + 12: 21; 10 + 21 = 31 March',
    ],
    ['the same days without a 29 February', '10/1/2025', ['20/2/2025 12/3/2025'], '30/3/2025', '8 + 12 = 20; 30 March'],
    [
      'ends on a Saturday of August',
      '30/6/2025',
      [],
      '30/8/2025',
      'a month is not made of working days: not carried over',
    ],
    ['ends on 15 August', '15/6/2025', [], '15/8/2025', 'a public holiday: not carried over either'],
    [
      'a suspension over August',
      '20/6/2025',
      ['4/8/2025 25/8/2025 18/8/2025'],
      '3/9/2025',
      '14 days; 20 August + 11 = 31, + 3 = 3 September',
    ],
    ['ends on a 1 January', '1/11/2025', [], '1/1/2026', 'from day to day'],
    [
      'a suspension over the turn of the year',
      '15/11/2025',
      ['20/12/2025 10/1/2026'],
      '5/2/2026',
      '11 + 10 = 21; 15 January + 16 = 31, + 5',
    ],
    [
      'a deposit of December suspended in February',
      '31/12/2024',
      ['14/2/2025 7/3/2025'],
      '21/3/2025',
      '14 + 7 = 21; 28 February + 21 = 21 March',
    ],
    [
      'two that overlap',
      '3/4/2024',
      ['24/4/2024 15/5/2024', '10/5/2024 20/5/2024'],
      '29/6/2024',
      '24 April to 20 May: 6 + 20 = 26',
    ],
    [
      'one inside the other',
      '3/4/2024',
      ['24/4/2024 15/5/2024', '1/5/2024 10/5/2024'],
      '24/6/2024',
      'the longer one: 21',
    ],
    ['two apart', '3/4/2024', ['10/4/2024 20/4/2024', '2/5/2024 12/5/2024'], '23/6/2024', '10 + 10 = 20'],
    ['one after the other', '3/4/2024', ['10/4/2024 24/4/2024', '24/4/2024 4/5/2024'], '27/6/2024', '14 + 10 = 24'],
    [
      'an early lift before an overlap',
      '3/4/2024',
      ['24/4/2024 15/5/2024 30/4/2024', '6/5/2024 16/5/2024'],
      '19/6/2024',
      '6 + 10 = 16',
    ],
    [
      'a limit on a Sunday',
      '10/1/2025',
      ['3/2/2025 23/2/2025'],
      '30/3/2025',
      '20 days: the Sunday is kept; 10 + 20 March',
    ],
    [
      'the spring change of hour inside',
      '1/2/2025',
      ['20/3/2025 10/4/2025'],
      '22/4/2025',
      '11 + 10 = 21: 30 March has 23 hours and is a day',
    ],
    [
      'the autumn change of hour inside',
      '1/9/2025',
      ['20/10/2025 3/11/2025'],
      '15/11/2025',
      '11 + 3 = 14: 26 October has 25 hours and is a day',
    ],
    [
      'the longest delay, 60 days',
      '3/4/2024',
      ['10/4/2024 9/6/2024'],
      '2/8/2024',
      '20 + 31 + 9 = 60; 27 to 30 June, 31 in July, 2',
    ],
    ['asked on the very day of rejection', '3/4/2024', ['3/6/2024 24/6/2024'], '24/6/2024', 'that day is not over: 21'],
    ['asked the day after', '3/4/2024', ['4/6/2024 25/6/2024'], '3/6/2024', 'silence has already answered'],
    [
      'asked in time thanks to an earlier one',
      '3/4/2024',
      ['24/4/2024 15/5/2024', '10/6/2024 20/6/2024'],
      '4/7/2024',
      '21 + 10 = 31; 3 June + 27 = 30, + 4',
    ],
  ])('%s', (_cas, deposeLe, suspensions, rejetLe) => {
    expect(rejetImpliciteLe(j(deposeLe), suspensions.map(s))).toBe(j(rejetLe))
    expect(rejetImpliciteLe(j(deposeLe), suspensions.map(s).reverse())).toBe(j(rejetLe))
  })

  test.each<[cas: string, instant: string, rejetLe: string, main: string]>([
    [
      'one minute before the new year in Paris',
      '2024-12-31T22:59:00Z',
      '28/2/2025',
      '31 December 23:59, winter: UTC + 1',
    ],
    ['one minute after', '2024-12-31T23:01:00Z', '1/3/2025', '1 January 00:01'],
    ['23:59 on a summer evening', '2025-06-30T21:59:59Z', '30/8/2025', '30 June 23:59:59, summer: UTC + 2'],
    ['midnight of a summer night', '2025-06-30T22:00:00Z', '1/9/2025', '1 July 00:00'],
    ['the night of the spring change', '2025-03-29T23:30:00Z', '30/5/2025', '30 March 00:30, still winter'],
    ['the evening of the autumn change', '2025-10-26T22:59:59Z', '26/12/2025', '26 October 23:59:59, winter again'],
  ])('deposited %s', (_cas, instant, rejetLe) => {
    expect(rejetImpliciteLe(jourDeParis(new Date(instant)), [])).toBe(j(rejetLe))
  })
})

describe('the working days of the receipt, counted by hand on a calendar', () => {
  test.each<[cas: string, deposeLe: string, accuseLe: string, main: string]>([
    ['the worked example', '3/4/2024', '17/4/2024', 'Thu 4, Fri 5, Mon 8 to Fri 12, Mon 15 to Wed 17'],
    ['Easter Monday', '27/3/2024', '11/4/2024', '28, 29 (Good Friday is worked), not 1 April, 2 to 5, 8 to 11'],
    ['1 and 8 May on Thursdays', '24/4/2025', '12/5/2025', '25, 28 to 30, not 1, 2, 5 to 7, not 8, 9, 12'],
    ['8 May and Ascension in one week', '30/4/2024', '17/5/2024', 'not 1, 2, 3, 6, 7, not 8 nor 9, 10, 13 to 17'],
    ['Ascension', '22/5/2025', '6/6/2025', '23, 26 to 28, not 29, 30, 2 to 6 June'],
    ['Whit Monday', '30/5/2025', '16/6/2025', '2 to 6, not 9, 10 to 13, 16'],
    ['14 July', '4/7/2025', '21/7/2025', '7 to 11, not 14, 15 to 18, 21'],
    ['15 August', '8/8/2025', '25/8/2025', '11 to 14, not 15, 18 to 22, 25'],
    ['1 November on a Saturday', '27/10/2025', '10/11/2025', '28 to 31, 3 to 7, 10: the 11th comes after'],
    ['11 November', '29/10/2025', '13/11/2025', '30, 31, 3 to 7, 10, not 11, 12, 13'],
    ['Christmas and the new year', '19/12/2025', '6/1/2026', '22 to 24, not 25, 26, 29 to 31, not 1, 2, 5, 6'],
    ['deposited on a Saturday', '5/4/2025', '18/4/2025', '7 to 11, 14 to 18 (Good Friday is worked)'],
    ['a 29 February', '22/2/2024', '7/3/2024', '23, 26 to 29, 1, 4 to 7 March'],
  ])('%s', (_cas, deposeLe, accuseLe) => {
    expect(accuseDuLe(j(deposeLe), new Set())).toBe(j(accuseLe))
  })

  test.each([
    ['2/5/2025', '5/5/2025'],
    ['30/4/2025', '2/5/2025'],
    ['24/12/2025', '26/12/2025'],
    ['31/12/2025', '2/1/2026'],
  ])('recorded on %s, it is said by %s at the latest', (deposeLe, le) => {
    expect(enregistrementDuLe(j(deposeLe), new Set())).toBe(j(le))
  })
})

const unJour = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2023-11-01', n))
const uneSuspension = fc
  .record({ du: unJour, duree: fc.integer({ min: 1, max: 60 }), levee: fc.option(fc.integer({ min: 0, max: 80 })) })
  .map(({ du, duree, levee }): Suspension => ({
    du,
    limite: addDays(du, duree),
    leveeLe: levee === null ? null : addDays(du, levee),
  }))

describe('whatever is asked, and in whatever order', () => {
  test('the order of the requests does not matter', () => {
    fc.assert(
      fc.property(unJour, fc.array(uneSuspension, { maxLength: 6 }), (deposeLe, suspensions) => {
        const tri = [...suspensions].sort((a, b) => (a.limite < b.limite ? 1 : -1))
        expect(rejetImpliciteLe(deposeLe, tri)).toBe(rejetImpliciteLe(deposeLe, suspensions))
      }),
    )
  })

  test('one more request, or a later answer, never brings the rejection nearer', () => {
    fc.assert(
      fc.property(unJour, fc.array(uneSuspension, { maxLength: 5 }), uneSuspension, (deposeLe, autres, une) => {
        const levee = rejetImpliciteLe(deposeLe, [...autres, une])
        expect(levee >= rejetImpliciteLe(deposeLe, autres)).toBe(true)
        expect(rejetImpliciteLe(deposeLe, [...autres, { ...une, leveeLe: null }]) >= levee).toBe(true)
      }),
    )
  })

  test('the steps that are shown add up to the day that is shown', () => {
    fc.assert(
      fc.property(unJour, fc.array(uneSuspension, { maxLength: 6 }), (deposeLe, suspensions) => {
        const { arrets, sansArret, joursSuspendus, rejetLe } = horlogeRejet(deposeLe, suspensions)
        expect(arrets.reduce((somme, { jours }) => somme + jours, 0)).toBe(joursSuspendus)
        expect(addDays(sansArret, joursSuspendus)).toBe(rejetLe)
        expect(arrets.at(-1)?.rejetLe ?? sansArret).toBe(rejetLe)
      }),
    )
  })

  test('a request taken back before it left does nothing', () => {
    const une: Horodatee = { etat: 'ANNULEE', du: j('24/4/2024'), limite: j('15/5/2024'), leveeLe: null }
    expect(suspensionsDe([une])).toEqual([])
    expect(suspensionsDe([{ ...une, etat: 'DEPASSEE' }])).toHaveLength(1)
  })
})
