import { MEMOIRE_TRAVAUX } from '../scripts/memoire'
import { comparer, type Cout } from './cout'
import type { Monde } from './monde'

export type MesureRapport = { volume: number; rapport: Cout; plancher: Cout; ratio: number; ratioCpu: number }

/** The budget report beside ExcelJS writing as many of its rows from memory, in turn, each in a process of its own. */
export async function mesurerRapport({ url, dossier, volume }: Monde): Promise<MesureRapport> {
  const { fait: rapport, ...reste } = await comparer({
    script: 'bench/ecrire-rapport.ts',
    quoi: 'rapport',
    args: [url, dossier, String(volume)],
    memoire: MEMOIRE_TRAVAUX,
  })
  return { volume, rapport, ...reste }
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
