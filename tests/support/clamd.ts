import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { until } from '#support/until'

/** The harmless file that every antivirus agrees to call a virus (eicar.org), written in two halves so that nothing takes these sources for it. */
export const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

const clamd = (): string => {
  const found = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((file) => existsSync(file))
  if (found) return found
  const named = spawnSync('sh', ['-c', 'command -v clamd'], { encoding: 'utf8' }).stdout.trim()
  if (named === '') throw new Error('clamd is not on this machine: apt-get install clamav-daemon')
  return named
}

/** A real clamd that knows one signature, on a socket of its own. `maxOctets` is the most it agrees to look at. */
export async function startClamd({ maxOctets = 25_000_000 } = {}) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'clamd-'))
  const socket = path.join(dir, 's')
  mkdirSync(path.join(dir, 'db'))
  const md5 = createHash('md5').update(EICAR).digest('hex')
  writeFileSync(path.join(dir, 'db', 'essai.hdb'), `${md5}:${EICAR.length}:Essai.Eicar\n`)
  const config = path.join(dir, 'clamd.conf')
  writeFileSync(
    config,
    [
      `LocalSocket ${socket}`,
      `DatabaseDirectory ${path.join(dir, 'db')}`,
      `TemporaryDirectory ${dir}`,
      `StreamMaxLength ${maxOctets}`,
      'Foreground yes',
      '',
    ].join('\n'),
  )
  const child = spawn(clamd(), ['--config-file', config], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await until(
    'clamd to listen',
    () =>
      new Promise<boolean>((resolve) => {
        const essai = connect(socket)
        essai.once('connect', () => {
          essai.destroy()
          resolve(true)
        })
        essai.once('error', () => resolve(false))
      }),
  )
  return {
    url: `unix:${socket}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
