import { MEMOIRE_DE_LECTEUR } from '#lecteurs/lecteurs'
import { comparer, type CoutCompare } from './cout'

export type MesureLettres = CoutCompare & { lettres: number }

/** As many as the decisions of the largest séance. */
const LETTRES = 2_000

/** The letters of a séance beside as many documents of a title and a sentence. */
export const mesurerLettres = async (): Promise<MesureLettres> => ({
  lettres: LETTRES,
  ...(await comparer({
    script: 'bench/ecrire-lettres.ts',
    quoi: 'lettres',
    args: [String(LETTRES)],
    memoire: MEMOIRE_DE_LECTEUR,
  })),
})

const nombre = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

export const tableauLettres = (mesures: readonly MesureLettres[]): string =>
  [
    ['letters', 'one letter', 'one document of the floor', 'letter ÷ floor, time', 'letter ÷ floor, processor', 'memory of the letters', 'memory of the floor'], // prettier-ignore
    ['---', '---', '---', '---', '---', '---', '---'],
    ...mesures.map(({ lettres, fait, plancher, ratio, ratioCpu }) => [
      nombre.format(lettres),
      ...[fait, plancher].map(({ ms }) => `${nombre.format(ms / lettres)} ms`),
      nombre.format(ratio),
      nombre.format(ratioCpu),
      ...[fait, plancher].map(({ mo }) => `${Math.round(mo)} MB`),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
