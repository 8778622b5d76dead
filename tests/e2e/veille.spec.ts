import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import { portLibre } from '#support/port-libre'
import { test } from './essai'

/** The processes of this machine whose parent is this one, by their command line. */
const childrenOf = (parent: number) =>
  readdirSync('/proc').flatMap((nom) => {
    if (!/^\d+$/.test(nom)) return []
    try {
      const stat = readFileSync(`/proc/${nom}/stat`, 'utf8')
      const ppid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      const commande = readFileSync(`/proc/${nom}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return ppid === parent ? [{ pid: Number(nom), commande }] : []
    } catch {
      return []
    }
  })

const isAlive = (pid: number) => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

test('npm start keeps the pages up and starts again what dies: the workers, then the database', async ({ request }) => {
  test.setTimeout(240_000)
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mcei-veille-'))
  chmodSync(dataDir, 0o755)
  const port = await portLibre()
  const { PATH, HOME } = process.env
  const launch = spawn(process.execPath, ['scripts/launch.ts'], {
    env: {
      NODE_ENV: 'production',
      PATH,
      HOME,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      SEED: 'none',
      LOG_LEVEL: 'trace',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const flux of [launch.stdout, launch.stderr]) flux.on('data', (morceau: Buffer) => (said += morceau.toString()))
  const ended = once(launch, 'exit')
  const base = `http://127.0.0.1:${port}`
  const sante = async () => {
    const answer = await request.get(`${base}/sante/prete`, { failOnStatusCode: false, timeout: 15_000 })
    return { status: answer.status(), motif: ((await answer.json()) as { motif?: string }).motif ?? '' }
  }
  const enfant = (mots: string) => childrenOf(launch.pid ?? 0).find(({ commande }) => commande.includes(mots))?.pid
  const postgres = () => {
    try {
      const lieu = readFileSync(path.join(dataDir, 'postgres', 'emplacement'), 'utf8').trim()
      return Number(readFileSync(path.join(lieu, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    } catch {
      return Number(readFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    }
  }

  try {
    await expect.poll(() => said, { timeout: 120_000 }).toContain('est prête')
    const web = enfant('serve.ts')
    const seTromper = () =>
      request.post(`${base}/connexion`, {
        form: { courriel: 'camille.duriez@exemple.test', motDePasse: 'ce n’est pas lui' },
        headers: { Origin: base },
        failOnStatusCode: false,
      })
    expect(await (await seTromper()).text()).toContain('mot de passe incorrect')
    const worker = enfant('workers/index.ts')
    expect([web, worker].every((pid) => pid !== undefined)).toBe(true)

    process.kill(worker ?? 0, 'SIGKILL')
    await expect.poll(async () => (await sante()).motif, { timeout: 30_000 }).toContain('relais ne tourne pas')
    expect((await request.get(`${base}/connexion`)).status()).toBe(200)
    await expect.poll(async () => (await sante()).status, { timeout: 60_000 }).toBe(200)
    expect(enfant('workers/index.ts')).not.toBe(worker)
    expect(said).toContain('Le processus des travaux de fond s’est arrêté (SIGKILL)')

    const avant = postgres()
    process.kill(avant, 'SIGKILL')
    await expect.poll(async () => (await sante()).status, { timeout: 30_000, intervals: [50] }).toBe(503)
    expect((await request.get(`${base}/sante`)).status()).toBe(200)
    await seTromper()
    await expect.poll(async () => (await sante()).status, { timeout: 90_000 }).toBe(200)
    expect(postgres()).not.toBe(avant)
    expect(enfant('serve.ts')).toBe(web)
    expect(said).toContain('Le serveur de la base de données s’est arrêté')

    // At the lowest level, and with a database that went away in the middle, no line names a person.
    expect(said.split('\n').filter((ligne) => /@[\w-]+\.test/.test(ligne))).toEqual([])

    const enfants = [...childrenOf(launch.pid ?? 0).map(({ pid }) => pid), postgres()]
    launch.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
    expect(enfants.filter(isAlive)).toEqual([])
  } finally {
    launch.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
})
