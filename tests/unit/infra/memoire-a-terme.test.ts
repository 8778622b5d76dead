import { expect, test } from 'vitest'
import { memoireATerme } from '#infra/memoire-a-terme'

const a = (ms: number) => new Date(ms)
/** A computation that says how many times it ran. */
function compteur() {
  let fois = 0
  return { calculer: () => Promise.resolve((fois += 1)), fois: () => fois }
}

test('an answer is computed once while it is fresh, and anew once it is too old', async () => {
  const lire = memoireATerme<number>({ entrees: 10, dureeMs: 1_000 })
  const { calculer } = compteur()
  expect(await lire('a', a(0), calculer)).toBe(1)
  expect(await lire('a', a(999), calculer)).toBe(1)
  expect(await lire('a', a(1_000), calculer)).toBe(2)
  expect(await lire('a', a(1_999), calculer)).toBe(2)
})

test('callers of one key at once share one computation', async () => {
  const lire = memoireATerme<number>({ entrees: 10, dureeMs: 1_000 })
  const { calculer, fois } = compteur()
  expect(await Promise.all([lire('a', a(0), calculer), lire('a', a(0), calculer)])).toEqual([1, 1])
  expect(fois()).toBe(1)
})

test('it holds so many answers and no more: the one asked for longest ago goes', async () => {
  const lire = memoireATerme<number>({ entrees: 2, dureeMs: 1_000 })
  const { calculer } = compteur()
  for (const cle of ['a', 'b', 'a', 'c']) await lire(cle, a(0), calculer)
  expect(await lire('a', a(1), calculer)).toBe(1)
  expect(await lire('c', a(1), calculer)).toBe(3)
  expect(await lire('b', a(1), calculer)).toBe(4)
})

test('a failure is forgotten, and so is an answer not to be kept', async () => {
  const lire = memoireATerme<number>({ entrees: 10, dureeMs: 1_000, garder: (n) => n > 1 })
  await expect(lire('a', a(0), () => Promise.reject(new Error('panne')))).rejects.toThrow('panne')
  const { calculer } = compteur()
  expect(await lire('a', a(0), calculer)).toBe(1)
  expect(await lire('a', a(0), calculer)).toBe(2)
  expect(await lire('a', a(0), calculer)).toBe(2)
})
