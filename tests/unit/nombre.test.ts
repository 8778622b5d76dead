import { expect, test } from 'vitest'
import { accorder, compter, formatEntier } from '#domain/nombre'

test.each([
  [0, '0\u00a0dossier'],
  [1, '1\u00a0dossier'],
  [2, '2\u00a0dossiers'],
  [12_345, '12\u202f345\u00a0dossiers'],
  [1_000_000, '1\u202f000\u202f000\u00a0dossiers'],
])('%i is said in French', (n, dit) => {
  expect(compter(n, 'dossier')).toBe(dit)
})

test('the plural is given where an s does not make it', () => {
  expect([1, 3].map((n) => compter(n, 'pièce manque', 'pièces manquent'))).toEqual([
    '1\u00a0pièce manque',
    '3\u00a0pièces manquent',
  ])
  expect([0, 1, 2].map((n) => accorder(n, 'cette demande', 'ces demandes'))).toEqual([
    'cette demande',
    'cette demande',
    'ces demandes',
  ])
})

test('a count alone has its groups', () => {
  expect(formatEntier(100_000)).toBe('100\u202f000')
})
