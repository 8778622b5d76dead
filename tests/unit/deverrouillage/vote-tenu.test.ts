import { expect, test } from 'vitest'
import { voteDe } from '#domain/dossier/ouverture'

/** Noon in Paris on the 15th of June. */
const NOW = new Date('2026-06-15T10:00:00Z')
const AGENT = { role: 'INSTRUCTEUR' } as const

test.each([
  ['put to none, before the committee', { commissionLe: '2026-06-15' }, null, false],
  ['put to none, after the committee', { commissionLe: '2026-06-14' }, null, true],
  [
    'put to none, after a Commission permanente of its campagne',
    { seancesCp: ['2026-06-14', '2026-09-14'] },
    null,
    true,
  ],
  ['before its own séance, its campagne’s have sat', { commissionLe: '2026-06-01', seancesCp: ['2026-06-14'] }, '2026-06-22', false], // prettier-ignore
  ['on the day of its own séance', {}, '2026-06-15', false],
  ['after its own séance, its campagne says nothing', {}, '2026-06-14', true],
  ['after its own séance, before its campagne’s', { commissionLe: '2026-09-01' }, '2026-06-14', true],
])('the vote of a dossier: %s', (_, reglages, jour, tenu) => {
  const inscription = jour === null ? null : { seanceId: 'a', jour }
  const campagne = { dispositif: 'MEI', reglages } as const
  expect(voteDe(AGENT, { campagne, inscription }, NOW)).toEqual({ tenu, estResponsable: false })
  expect(voteDe({ role: 'RESPONSABLE' }, { campagne, inscription }, NOW).estResponsable).toBe(true)
})
