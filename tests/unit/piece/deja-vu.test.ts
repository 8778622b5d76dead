import { expect, test } from 'vitest'
import { signalerDejaVu, type Detenteur } from '#domain/piece/deja-vu'

const ici = { structureId: 'a', annee: 2025 }
const un = (change: Partial<Detenteur>): Detenteur => ({
  numero: '2025-00001',
  structureId: 'a',
  annee: 2025,
  ...change,
})

test('nobody else holds them: nothing is said', () => {
  expect(signalerDejaVu(ici, [])).toBeNull()
})

test('another structure’s dossier speaks before one’s own, whatever their order', () => {
  const autre = un({ numero: '2025-00002', structureId: 'b' })
  for (const autres of [
    [un({}), autre],
    [autre, un({})],
  ])
    expect(signalerDejaVu(ici, autres)).toMatchObject({ probleme: 'DEJA_VU', preuve: { dossier: '2025-00002' } })
})

test('one’s own file is last year’s only where the campagne is earlier', () => {
  expect(signalerDejaVu(ici, [un({ annee: 2024 })])?.probleme).toBe('MEME_QUE_L_AN_DERNIER')
  expect(signalerDejaVu(ici, [un({ annee: 2025 })])?.probleme).toBe('DEJA_VU')
  expect(signalerDejaVu(ici, [un({ annee: 2024, structureId: 'b' })])?.probleme).toBe('DEJA_VU')
})
