import { parseArgs } from 'node:util'

export const PARTIES = [
  'http',
  'requetes',
  'rapport',
  'lettres',
  'repartition',
  'courriels',
  'actes',
  'depots',
  'accueil',
  'memoire',
] as const
export type Partie = (typeof PARTIES)[number]

export type Options = {
  parties: readonly Partie[]
  volumes: readonly number[]
  /** Seconds of one measure over HTTP, and of the measure of memory. */
  duree: number
  dureeMemoire: number
  /** How many people deposit in the last minute. */
  depots: number
  /** Only the addresses whose name holds this text. */
  seulement: string
  /** A folder that keeps the filled databases from one run to the next; absent, nothing is kept. */
  base: string | undefined
}

const MODE_D_EMPLOI = `npm run bench -- [${PARTIES.join('|')}]… [--volumes=1000,100000] [--duree=5] [--duree-memoire=600] [--depots=1000] [--seulement=TEXTE] [--base=DOSSIER]`

const estPartie = (mot: string): mot is Partie => PARTIES.some((partie) => partie === mot)

/** What is to be measured. Throws the usage when it is asked otherwise. */
export function lireOptions(args: readonly string[]): Options {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      volumes: { type: 'string', default: '1000,100000' },
      duree: { type: 'string', default: '5' },
      'duree-memoire': { type: 'string', default: '600' },
      depots: { type: 'string', default: '1000' },
      seulement: { type: 'string', default: '' },
      base: { type: 'string' },
    },
  })
  const parties = positionals.filter(estPartie)
  const volumes = values.volumes.split(',').map(Number)
  const duree = Number(values.duree)
  const depots = Number(values.depots)
  const dureeMemoire = Number(values['duree-memoire'])
  if (
    parties.length < positionals.length ||
    !volumes.every((volume) => volume > 0) ||
    !(duree > 0) ||
    !(dureeMemoire > 0) ||
    !(depots > 0)
  )
    throw new Error(MODE_D_EMPLOI)
  return {
    parties: parties.length > 0 ? parties : PARTIES,
    volumes,
    duree,
    dureeMemoire,
    depots,
    seulement: values.seulement,
    base: values.base,
  }
}
