/** One figure of a benchmark: its median, and how many times the floor measured in the same run. */
export type Mesure = { nom: string; volume: number; ms: number; plancher: string; ratio: number }

const now = () => performance.now()

/** Median of `tours` runs, in ms, after one that warms up. */
export async function mediane(tours: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const durees: number[] = []
  for (let i = 0; i < tours; i += 1) {
    const start = now()
    await work()
    durees.push(now() - start)
  }
  return durees.sort((a, b) => a - b)[Math.floor(tours / 2)] ?? 0
}

const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** The table for people: what was measured, on how much, and against what. */
export const tableau = (mesures: readonly Mesure[]): string =>
  [
    ['mesure', 'volume', 'médiane (ms)', 'fois le plancher', 'plancher'],
    ...mesures.map(({ nom, volume, ms, ratio, plancher }) => [
      nom,
      nombre.format(volume),
      nombre.format(ms),
      nombre.format(ratio),
      plancher,
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
