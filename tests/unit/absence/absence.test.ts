import { expect, test } from 'vitest'
import { type AbsenceADire, direAbsence, terminerAbsence } from '#domain/absence/absence'
import { noteDAbsence } from '#libelles/absence/absence'

const BASE: AbsenceADire = {
  agentId: 'claire',
  remplacantId: 'paul',
  du: '2025-05-14',
  au: '2025-05-20',
  today: '2025-05-13',
  remplacantPeutSuivre: true,
  siennes: [],
  duRemplacant: [],
}

test.each<[string, Partial<AbsenceADire>, object]>([
  ['some days to come', {}, { ok: true, value: { du: '2025-05-14', au: '2025-05-20' } }],
  ['one day, today', { du: '2025-05-13', au: '2025-05-13' }, { ok: true }],
  ['since yesterday', { du: '2025-05-12', au: '2025-05-13' }, { ok: true }],
  ['ended yesterday', { du: '2025-05-10', au: '2025-05-12' }, { reason: 'DEJA_PASSEE' }],
  ['backwards', { au: '2025-05-13' }, { reason: 'FIN_AVANT_DEBUT' }],
  ['a year and a day', { du: '2025-05-14', au: '2026-05-14' }, { ok: true }],
  ['longer', { du: '2025-05-14', au: '2026-05-15' }, { reason: 'ABSENCE_TROP_LONGUE' }],
  ['covered by oneself', { remplacantId: 'claire' }, { reason: 'SOI_MEME' }],
  ['covered by who cannot', { remplacantPeutSuivre: false }, { reason: 'REMPLACANT_INCONNU' }],
  ['said already', { siennes: [{ du: '2025-05-20', au: '2025-05-21' }] }, { reason: 'DEJA_ABSENT' }],
  ['next to another', { siennes: [{ du: '2025-05-21', au: '2025-05-22' }] }, { ok: true }],
  [
    'covered by who is away',
    { duRemplacant: [{ du: '2025-05-01', au: '2025-05-14' }] },
    { reason: 'REMPLACANT_ABSENT' },
  ],
])('%s', (_cas, plus, attendu) => {
  expect(direAbsence({ ...BASE, ...plus })).toMatchObject(attendu)
})

test('it may be ended until its last day, once', () => {
  expect(terminerAbsence({ au: '2025-05-13', terminee: false }, '2025-05-13')).toMatchObject({ ok: true })
  expect(terminerAbsence({ au: '2025-05-12', terminee: false }, '2025-05-13')).toMatchObject({ reason: 'DEJA_FINIE' })
  expect(terminerAbsence({ au: '2025-05-13', terminee: true }, '2025-05-13')).toMatchObject({ reason: 'DEJA_FINIE' })
})

test('a list of people says who is away, until when, and whom to see', () => {
  expect(noteDAbsence(null)).toBe('')
  expect(noteDAbsence({ au: '2025-05-20', remplacant: 'Paul Essai' })).toBe(
    ' (absence jusqu’au 20/05/2025, voir Paul Essai)',
  )
})
