import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { PROJECT_DIR } from '#infra/env'

/** Wall time and processor time in ms, and the peak of resident memory in MB, of one process that writes. */
export type Cout = { ms: number; cpuMs: number; mo: number }

/** What the work costs beside its floor, in turn, each in a process of its own. */
export type CoutCompare = { fait: Cout; plancher: Cout; ratio: number; ratioCpu: number }

const TOURS = 3

const lancer = promisify(execFile)

/** The script that writes, what it writes, its other words, and the bounds of memory of its process, as flags of Node. */
type Travail = { script: string; quoi: string; args: readonly string[]; memoire: readonly string[] }

async function coutDe({ script, quoi, args, memoire }: Travail): Promise<Cout> {
  const chemin = path.join(PROJECT_DIR, script)
  const { stdout } = await lancer(process.execPath, [...memoire, '--import', 'tsx', chemin, quoi, ...args], {
    cwd: PROJECT_DIR,
  })
  return JSON.parse(stdout) as Cout
}

const mediane = (valeurs: number[]) => valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0

const medianes = (couts: readonly Cout[]): Cout => ({
  ms: mediane(couts.map(({ ms }) => ms)),
  cpuMs: mediane(couts.map(({ cpuMs }) => cpuMs)),
  mo: Math.max(...couts.map(({ mo }) => mo)),
})

/** Has the script write by turns its floor (`plancher`) and what is asked, and compares. */
export async function comparer(travail: Travail): Promise<CoutCompare> {
  const couts: { fait: Cout; plancher: Cout }[] = []
  for (let i = 0; i < TOURS; i += 1)
    couts.push({ plancher: await coutDe({ ...travail, quoi: 'plancher' }), fait: await coutDe(travail) })
  return {
    fait: medianes(couts.map(({ fait }) => fait)),
    plancher: medianes(couts.map(({ plancher }) => plancher)),
    ratio: mediane(couts.map(({ fait, plancher }) => fait.ms / plancher.ms)),
    ratioCpu: mediane(couts.map(({ fait, plancher }) => fait.cpuMs / plancher.cpuMs)),
  }
}
