/** Keeps what the application is made of alive: what dies is started again, later and later, and the others are left alone. */
import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { compter } from '#domain/nombre'

/** Waits in ms: the first, doubled at each death in a row up to the longest; what lived for `steady` had not died in a row. */
export type Rhythm = { first: number; longest: number; steady: number }

export const RHYTHM: Rhythm = { first: 500, longest: 30_000, steady: 60_000 }

/** After so many deaths in a row, the last words of what dies are said too, and again each time as many more have followed. */
export const DEATHS_SAID = 5

/** What is kept of what a process wrote on its error output, in characters. */
const LAST_WORDS = 1_500

/** How it died: a sentence's end, then its last words. */
export type Death = { how: string; words: string }

/** One life of what is kept: how it ends, and how to end it. `ended` never rejects. */
export type Life = { ended: Promise<Death>; stop: () => Promise<void> }

type Kept = {
  /** As a sentence names it: `Le processus web`. */
  name: string
  /** Begins a life. Rejects when it cannot begin, which counts as a death. */
  begin: () => Promise<Life> | Life
  tell: (sentence: string) => void
  /** Told of each death, with how many came in a row. */
  onDeath?: (death: Death, inARow: number) => void
  rhythm?: Rhythm
}

const lines = (words: string) =>
  words
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')

/**
 * Begins, and begins again after each death until it is let go or stopped. `letGo`: the life under way is the last. `stop` also ends it, and waits
 * for its end.
 */
export function keepAlive({ name, begin, tell, onDeath, rhythm = RHYTHM }: Kept) {
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted
  let life: Life | undefined

  async function liveOnce(): Promise<Death> {
    try {
      life = await begin()
      if (isStopping()) await life.stop()
      return await life.ended
    } catch (error) {
      return { how: 'il n’a pas pu démarrer', words: error instanceof Error ? error.message : String(error) }
    }
  }

  async function run() {
    for (let inARow = 0; !isStopping();) {
      const began = performance.now()
      const death = await liveOnce()
      if (isStopping()) return
      inARow = performance.now() - began >= rhythm.steady ? 1 : inARow + 1
      const wait = Math.min(rhythm.first * 2 ** (inARow - 1), rhythm.longest)
      tell(
        `${name} s’est arrêté (${death.how})\u00a0: il redémarre dans ${compter(Math.ceil(wait / 1_000), 'seconde')}.`,
      )
      if (inARow % DEATHS_SAID === 0)
        tell(
          `${name} s’est arrêté ${compter(inARow, 'fois', 'fois')} de suite. Ses derniers mots\u00a0:\n${lines(death.words)}`,
        )
      onDeath?.(death, inARow)
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    letGo: () => stopping.abort(),
    async stop() {
      stopping.abort()
      await life?.stop()
      await running
    },
  }
}

/** How long a process has to end when it is asked to, in ms. */
const PATIENCE = 20_000

/** The life of a child process, whose error output is passed on as it comes. */
export function lifeOf(child: ChildProcess): Life {
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-LAST_WORDS)
    process.stderr.write(chunk)
  })
  const ended = new Promise<Death>((resolve) => {
    child.once('error', (error) => resolve({ how: 'il n’a pas pu démarrer', words: error.message }))
    // Once its outputs are closed, so that its last words are whole.
    child.once('close', (code, signal) => resolve({ how: signal ?? `code ${code}`, words }))
  })
  return {
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      await ended
      clearTimeout(impatient)
    },
  }
}
