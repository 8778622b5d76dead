import { spawn } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { until } from '#support/until'
import { DEATHS_SAID, keepAlive, lifeOf, type Death } from '../../../scripts/supervise'

const RHYTHM = { first: 5, longest: 40, steady: 400 }

const kept: { stop: () => Promise<void> }[] = []
afterEach(() => Promise.all(kept.splice(0).map(({ stop }) => stop())))

/** A real child process that runs this program, kept alive; and what was seen of it. */
function keep(program: string, rhythm = RHYTHM) {
  const said: string[] = []
  const deaths: (Death & { inARow: number; at: number })[] = []
  const pids: number[] = []
  const one = keepAlive({
    name: 'Le processus d’essai',
    begin: () => {
      const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'pipe'] })
      pids.push(child.pid ?? 0)
      return lifeOf(child)
    },
    tell: (sentence) => said.push(sentence),
    onDeath: (death, inARow) => deaths.push({ ...death, inARow, at: performance.now() }),
    rhythm,
  })
  kept.push(one)
  return { ...one, said, deaths, pids }
}

const FOREVER = 'setInterval(() => {}, 1000)'

test('a process that is killed is started again, and says how it died', async () => {
  const { pids, deaths, said } = keep(FOREVER)
  await until('it lives', () => pids.length === 1)
  process.kill(pids[0] ?? 0, 'SIGKILL')
  await until('another lives', () => pids.length === 2)
  expect(deaths).toMatchObject([{ how: 'SIGKILL', inARow: 1 }])
  expect(said).toEqual([expect.stringMatching(/^Le processus d’essai s’est arrêté \(SIGKILL\)\u00a0: il redémarre/)])
})

test(
  'one that dies again and again waits longer and longer, and its last words are said',
  { timeout: 60_000 },
  async () => {
    const { deaths, said } = keep('console.error("le port est pris"); process.exit(3)', { ...RHYTHM, steady: 60_000 })
    await until('it died many times', () => deaths.length >= DEATHS_SAID, 50_000)
    expect(deaths.map(({ inARow }) => inARow).slice(0, 5)).toEqual([1, 2, 3, 4, 5])
    expect(deaths[0]).toMatchObject({ how: 'code 3', words: expect.stringContaining('le port est pris') })
    expect(said.filter((sentence) => sentence.includes('fois de suite'))).toEqual([
      expect.stringMatching(/5\u00a0fois de suite\. Ses derniers mots\u00a0:\n {4}le port est pris/),
    ])
  },
)

test('one that lived a while had not died in a row', async () => {
  const { deaths } = keep('setTimeout(() => process.exit(1), 300)', { ...RHYTHM, steady: 100 })
  await until('it died twice', () => deaths.length >= 2)
  expect(deaths.map(({ inARow }) => inARow)).toEqual([1, 1])
})

test('what cannot begin is begun again', async () => {
  let tries = 0
  const one = keepAlive({
    name: 'La base',
    begin: () => {
      tries += 1
      return Promise.reject(new Error('pas encore'))
    },
    tell: () => undefined,
    rhythm: RHYTHM,
  })
  await until('it was tried three times', () => tries >= 3)
  await one.stop()
})

test('told to stop, it ends the process and starts no other, whether it lives or waits', async () => {
  const living = keep(FOREVER)
  await until('it lives', () => living.pids.length === 1)
  await living.stop()
  expect(() => process.kill(living.pids[0] ?? 0, 0)).toThrow('ESRCH')

  const dying = keep('process.exit(1)', { first: 60_000, longest: 60_000, steady: 60_000 })
  await until('it died', () => dying.deaths.length === 1)
  await dying.stop()
  expect([living.pids.length, dying.pids.length]).toEqual([1, 1])
})

test('let go, it ends by itself and is not begun again, and nothing is said of it', async () => {
  const one = keep(FOREVER)
  await until('it lives', () => one.pids.length === 1)
  one.letGo()
  process.kill(one.pids[0] ?? 0, 'SIGTERM')
  await one.stop()
  expect([one.pids.length, one.said, one.deaths]).toEqual([1, [], []])
})
