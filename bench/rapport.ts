import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { PROJECT_DIR } from '#infra/env'
import { MEMOIRE_TRAVAUX } from '../scripts/memoire'
import type { Monde } from './monde'

/** Wall time and processor time in ms, and the peak of resident memory in MB, of one process that writes one workbook. */
type Cout = { ms: number; cpuMs: number; mo: number }

export type MesureRapport = { volume: number; rapport: Cout; plancher: Cout; ratio: number; ratioCpu: number }

const TOURS = 3

const lancer = promisify(execFile)

async function ecrire(quoi: 'rapport' | 'plancher', { url, dossier, volume }: Monde): Promise<Cout> {
  const script = path.join(PROJECT_DIR, 'bench/ecrire-rapport.ts')
  const { stdout } = await lancer(
    process.execPath,
    [...MEMOIRE_TRAVAUX, '--import', 'tsx', script, quoi, url, dossier, String(volume)],
    {
      cwd: PROJECT_DIR,
    },
  )
  return JSON.parse(stdout) as Cout
}

const mediane = (valeurs: number[]) => valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0

const medianes = (couts: readonly Cout[]): Cout => ({
  ms: mediane(couts.map(({ ms }) => ms)),
  cpuMs: mediane(couts.map(({ cpuMs }) => cpuMs)),
  mo: Math.max(...couts.map(({ mo }) => mo)),
})

/** The budget report beside ExcelJS writing as many of its rows from memory, in turn, each in a process of its own. */
export async function mesurerRapport(monde: Monde): Promise<MesureRapport> {
  const couts: { rapport: Cout; plancher: Cout }[] = []
  for (let i = 0; i < TOURS; i += 1)
    couts.push({ plancher: await ecrire('plancher', monde), rapport: await ecrire('rapport', monde) })
  return {
    volume: monde.volume,
    rapport: medianes(couts.map(({ rapport }) => rapport)),
    plancher: medianes(couts.map(({ plancher }) => plancher)),
    ratio: mediane(couts.map(({ rapport, plancher }) => rapport.ms / plancher.ms)),
    ratioCpu: mediane(couts.map(({ rapport, plancher }) => rapport.cpuMs / plancher.cpuMs)),
  }
}

const nombre = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

export const tableauRapport = (mesures: readonly MesureRapport[]): string =>
  [
    [
      'dossiers',
      'report',
      'floor',
      'report ÷ floor, time',
      'report ÷ floor, processor',
      'memory of the report',
      'memory of the floor',
    ],
    ['---', '---', '---', '---', '---', '---', '---'],
    ...mesures.map(({ volume, rapport, plancher, ratio, ratioCpu }) => [
      nombre.format(volume),
      ...[rapport, plancher].map(({ ms }) => `${nombre.format(ms / 1000)} s`),
      nombre.format(ratio),
      nombre.format(ratioCpu),
      ...[rapport, plancher].map(({ mo }) => `${Math.round(mo)} MB`),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
