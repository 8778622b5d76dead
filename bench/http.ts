import { charger, type Charge } from './charge'
import { ADRESSES } from './adresses'
import type { Monde } from './monde'
import type { Options } from './options'
import { lancerPlancher, lancerWeb, seConnecter } from './serveurs'

/** One address on one volume: what it held, the floor measured around it, and the ratio of the two. */
export type MesureHttp = Charge & {
  nom: string
  adresse: string
  groupe: string
  volume: number
  plancher: Charge
  ratio: number
}

const mediane = (valeurs: readonly number[]) => [...valeurs].sort((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0

/** Addresses between two measures of the floor. */
const PAR_PLANCHER = 7

/**
 * The started application, signed in, address by address. Both servers live for the whole run; the floor is measured again every few
 * addresses, and its median is the one all are compared to.
 */
export async function mesurerHttp(
  { url, volume, dossier }: Monde,
  { duree, seulement }: Options,
): Promise<MesureHttp[]> {
  const plancher = await lancerPlancher(url)
  const web = await lancerWeb(url, dossier)
  try {
    const cookie = await seConnecter(web.base)
    const base = new URL(url).pathname.slice(1)
    const planchers: Charge[] = []
    const mesures: (Charge & { nom: string; adresse: string; groupe: string })[] = []
    for (const [i, une] of ADRESSES.filter(({ nom }) => nom.includes(seulement)).entries()) {
      if (i % PAR_PLANCHER === 0) planchers.push(await charger(plancher, '/', { duree, base }))
      const charge = await charger(web, une.adresse, { duree, base, entetes: { ...une.entetes, cookie } })
      process.stdout.write(
        `  ${volume} · ${une.nom}\u00a0: ${charge.parSeconde.toFixed(1)}/s, p95 ${charge.p95.toFixed(1)} ms\n`,
      )
      mesures.push({ ...une, ...charge })
    }
    planchers.push(await charger(plancher, '/', { duree, base }))
    const leur: Charge = {
      parSeconde: mediane(planchers.map(({ parSeconde }) => parSeconde)),
      p95: mediane(planchers.map(({ p95 }) => p95)),
      cpu: mediane(planchers.map(({ cpu }) => cpu)),
      cpuPostgres: mediane(planchers.map(({ cpuPostgres }) => cpuPostgres)),
    }
    return mesures.map((mesure) => ({
      ...mesure,
      volume,
      plancher: leur,
      ratio: mesure.parSeconde / leur.parSeconde,
    }))
  } finally {
    await web.fermer()
    await plancher.fermer()
  }
}

const un = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const deux = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The table for people: one line per address, the volumes side by side, each beside its floor. */
export function tableauHttp(mesures: readonly MesureHttp[]): string {
  const volumes = [...new Set(mesures.map(({ volume }) => volume))]
  const noms = [...new Set(mesures.map(({ nom }) => nom))]
  const de = (nom: string, volume: number) => mesures.find((une) => une.nom === nom && une.volume === volume)
  const [petit, grand] = [volumes[0] ?? 0, volumes.at(-1) ?? 0]
  const entete = [
    'adresse',
    ...volumes.flatMap((volume) => [
      `${un.format(volume)}\u00a0: requêtes/s`,
      '× plancher',
      'p95 (ms)',
      'CPU web + base (ms)',
    ]),
    'p95, grand/petit',
  ]
  const cellules = ({ parSeconde, p95, cpu, cpuPostgres }: Charge, ratio: number) => [
    un.format(parSeconde),
    deux.format(ratio),
    un.format(p95),
    `${deux.format(cpu)} + ${deux.format(cpuPostgres)}`,
  ]
  const ligne = (nom: string) => {
    const rapport = (de(nom, grand)?.p95 ?? 0) / (de(nom, petit)?.p95 ?? 1)
    const mesurees = volumes.flatMap((volume) => {
      const une = de(nom, volume)
      return une ? cellules(une, une.ratio) : ['–', '–', '–', '–']
    })
    return [nom, ...mesurees, volumes.length > 1 ? deux.format(rapport) : '–']
  }
  const planchers = volumes.flatMap((volume) => {
    const leur = mesures.find((une) => une.volume === volume)?.plancher
    return leur ? cellules(leur, 1) : []
  })
  return [entete, entete.map(() => '---'), ['plancher', ...planchers, ''], ...noms.map(ligne)]
    .map((une) => `| ${une.join(' | ')} |`)
    .join('\n')
}
