import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { startWorkerProcess } from '#support/worker-process'

const RACINE = path.resolve(import.meta.dirname, '../../..')
const PERSONNE = 'camille.duriez@exemple.test'

/** A process of its own that says its last words, then does this. */
async function mourir(geste: string) {
  const programme = `import { sayLastWords } from '#infra/logger'\nsayLastWords()\nsetInterval(() => undefined, 1_000)\n${geste}`
  const { PATH, HOME } = process.env
  const enfant = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', programme], {
    cwd: RACINE,
    env: { PATH, HOME, NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [dit, sorti] = ['', '']
  enfant.stderr.on('data', (bytes: Buffer) => (dit += bytes.toString()))
  enfant.stdout.on('data', (bytes: Buffer) => (sorti += bytes.toString()))
  const [code] = (await once(enfant, 'close')) as [number | null]
  return { code, sorti, lignes: dit.split('\n').filter((ligne) => ligne !== '') }
}

describe.concurrent(
  'a process that dies by surprise says so in one line that names nobody, and with a code',
  { timeout: 60_000 },
  () => {
    test.each([
      ['an error nobody catches', `setTimeout(() => { throw new Error('no mailbox for ${PERSONNE}') })`],
      ['a promise rejected and forgotten', `void Promise.reject(new Error('no mailbox for ${PERSONNE}'))`],
      [
        'an error whose cause and fields name them',
        `setTimeout(() => { throw Object.assign(new Error('no mailbox', { cause: new Error('${PERSONNE}') }), { to: '${PERSONNE}' }) })`,
      ],
      ['words thrown as they are', `setTimeout(() => { throw 'no mailbox for ${PERSONNE}' })`],
    ])('%s', async (_nom, geste) => {
      const { code, sorti, lignes } = await mourir(geste)
      expect(code).toBe(1)
      expect(sorti).toBe('')
      expect(lignes).toHaveLength(1)
      const ligne = JSON.parse(lignes[0] ?? '') as { level: number; msg: string }
      expect(ligne).toMatchObject({ level: 60, msg: 'the process ends: nobody expected this' })
      expect(lignes[0]).toContain('no mailbox')
      expect(lignes[0]).not.toContain('duriez')
    })

    test.for(['workers/index.ts', 'scripts/serve.ts'])(
      '%s, as soon as it listens to its own end',
      async (entree, { onTestFinished }) => {
        const surprise = `process.on('newListener',(quoi)=>{if(quoi==='uncaughtException')setTimeout(()=>{throw new Error('no mailbox for ${PERSONNE}')})})`
        const processus = startWorkerProcess(
          {
            DATABASE_URL: 'postgresql://mcei@127.0.0.1:1/mcei',
            NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(surprise)}`,
          },
          entree,
        )
        onTestFinished(() => void processus.kill('SIGKILL'))
        const { code } = await processus.fini
        expect(code).toBe(1)
        expect(processus.said().match(/the process ends: nobody expected this/g)).toHaveLength(1)
        expect(processus.said()).not.toContain('duriez')
      },
    )
  },
)
