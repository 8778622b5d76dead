import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plusTard } from '#ui/kit/reprise/plus-tard'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('each new try waits longer, up to a minute', async () => {
  for (const [fois, pause] of [
    ...[5, 10, 20, 40, 60, 60].map((une, rang) => [rang, une] as const),
    [500, 60] as const,
  ]) {
    const essayer = vi.fn()
    const finir = plusTard({ manque: 'SERVEUR', fois }, essayer, () => {})
    await vi.advanceTimersByTimeAsync(pause * 1000 - 1)
    expect(essayer).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(essayer).toHaveBeenCalledOnce()
    finir()
  }
})

test('what did not go is told with its cause, and tried again once its rest is over', async () => {
  const [essayer, dire] = [vi.fn(), vi.fn()]
  plusTard({ manque: 'SERVEUR', fois: 1 }, essayer, dire)
  expect(dire.mock.calls).toEqual([
    [
      {
        phrase:
          'Pas enregistré\u00a0: le serveur n’a pas répondu comme prévu. Ce que vous écrivez est gardé sur cet appareil\u00a0; nouvel essai dans 10\u00a0secondes.',
        seReconnecter: false,
      },
    ],
  ])
  await vi.advanceTimersByTimeAsync(9_999)
  expect(essayer).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(essayer).toHaveBeenCalledOnce()
})

test('the network that is back ends the rest; once the wait is ended, nothing is tried', async () => {
  const essayer = vi.fn()
  const finir = plusTard({ manque: 'RESEAU', fois: 4 }, essayer, () => {})
  window.dispatchEvent(new Event('online'))
  expect(essayer).toHaveBeenCalledOnce()
  finir()
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(essayer).toHaveBeenCalledOnce()
})

test('a session that ended offers to sign in again', () => {
  const dire = vi.fn()
  plusTard({ manque: 'SESSION', fois: 0 }, () => {}, dire)()
  expect(dire).toHaveBeenCalledWith(expect.objectContaining({ seReconnecter: true }))
})
