import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What the code under test said on console.error: React and Node warn there, and a warning that nobody reads is a fault. */
let said: unknown[][] = []

beforeEach(() => {
  said = []
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void said.push(words))
})

afterEach(() => {
  expect(said, 'console.error was not expected').toEqual([])
})
