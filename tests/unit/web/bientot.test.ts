import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EN_PREPARATION } from '#domain/pre-projet/lecture/apercu'
import { bientot } from '#web/apercu/bientot'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is there within a second is answered as it is, a fault too', async () => {
  await expect(bientot(Promise.resolve('pages'))).resolves.toBe('pages')
  await expect(bientot(Promise.reject(new Error('introuvable')))).rejects.toThrow('introuvable')
  expect(vi.getTimerCount()).toBe(0)
})

test('what takes longer is said to be on its way, and a fault that comes later breaks nothing', async () => {
  let echouer: (erreur: Error) => void = () => {}
  const reponse = bientot(
    new Promise<string>((_, reject) => {
      echouer = reject
    }),
  )
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(reponse).resolves.toBe(EN_PREPARATION)
  echouer(new Error('trop tard'))
  await vi.runAllTimersAsync()
})
