import { expect, test } from 'vitest'
import { departEtSeance, premiereSeance } from '#domain/seance/depart'
import { phraseDepart } from '#libelles/seance/depart'

const TODAY = '2026-05-04'
const SEANCE = '2026-06-15'

test.each([
  ['the day before the fifteenth day after the séance', '2026-06-29', true],
  ['the fifteenth day after it', '2026-06-30', false],
  ['before the séance itself', '2026-06-01', true],
  ['tomorrow', '2026-05-05', true],
  ['today', '2026-05-04', null],
  ['in the past', '2026-03-01', null],
  ['not known', null, null],
])('a departure %s', (_, depart, tot) => {
  const dit = departEtSeance({ depart, seance: SEANCE }, TODAY)
  expect(dit && dit.tot).toBe(tot)
  if (dit) expect(dit).toMatchObject({ seance: SEANCE, limite: '2026-06-30' })
  expect(departEtSeance({ depart, seance: null }, TODAY)).toBeNull()
})

test('its evidence names the departure, the séance and the first day that would do', () => {
  const dit = departEtSeance({ depart: '2026-06-20', seance: SEANCE }, TODAY)
  const phrase = dit && phraseDepart(dit)
  for (const jour of ['20/06/2026', '15/06/2026', '30/06/2026']) expect(phrase).toContain(jour)
})

test('the séance looked at is the first whose list still takes something', () => {
  const annoncees = (seancesCp: string[], clotureSeanceJours = 21) => ({ seancesCp, clotureSeanceJours })
  const tenues = [
    { jour: '2026-05-18', cloture: '2026-05-03' },
    { jour: '2026-06-15', cloture: '2026-05-04' },
  ]
  expect(premiereSeance(tenues, annoncees([]), TODAY)).toBe('2026-06-15')
  // Twenty-one days before the first of these was yesterday.
  expect(premiereSeance([], annoncees(['2026-07-06', '2026-05-24', '2026-05-25']), TODAY)).toBe('2026-05-25')
  expect(premiereSeance(tenues, annoncees(['2026-06-01']), TODAY)).toBe('2026-06-01')
  expect(premiereSeance([], annoncees(['2026-05-24']), TODAY)).toBeNull()
  expect(premiereSeance([], annoncees(['2026-05-24'], 20), TODAY)).toBe('2026-05-24')
})
