import { setTimeout as pause } from 'node:timers/promises'

/**
 * Resolves with what `look` gives as soon as it is truthy; fails, naming what was waited for, when `ms` have passed. For what happens
 * in another process or behind a queue, where there is no promise to await.
 */
export async function until<T>(
  what: string | (() => string),
  look: () => T | Promise<T>,
  ms = 20_000,
): Promise<NonNullable<T>> {
  const end = performance.now() + ms
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (performance.now() > end)
      throw new Error(`still waiting after ${ms} ms: ${typeof what === 'string' ? what : what()}`)
    await pause(20)
  }
}
