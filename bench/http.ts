import { charger, type Charge, roder } from './charge'
import { ADRESSES } from './adresses'
import type { Monde } from './monde'
import type { Options } from './options'
import { lancerPlancher, lancerWeb, seConnecter, type Serveur } from './serveurs'

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

/** Windows of one second in which an address is asked on each volume, in turn: what slows the machine for a while then slows them alike. */
const FENETRES = 5

/** Measures of the floor that its median is taken of, spread over the run. */
const PAR_PLANCHER = 2

/** The two servers of one volume, the application signed in. */
type Place = { volume: number; base: string; plancher: Serveur; web: Serveur; cookie: string; planchers: Charge[] }

const ouvrirPlace = async ({ url, volume, dossier }: Monde): Promise<Place> => {
  const web = await lancerWeb(url, dossier)
  const [plancher, cookie] = [await lancerPlancher(url), await seConnecter(web.base)]
  await Promise.all([roder(web, '/dossiers.data', { cookie }), roder(plancher, '/', {})])
  return { volume, base: new URL(url).pathname.slice(1), plancher, web, cookie, planchers: [] }
}

const medianes = (charges: readonly Charge[]): Charge => ({
  parSeconde: mediane(charges.map(({ parSeconde }) => parSeconde)),
  p95: mediane(charges.map(({ p95 }) => p95)),
  cpu: mediane(charges.map(({ cpu }) => cpu)),
  cpuPostgres: mediane(charges.map(({ cpuPostgres }) => cpuPostgres)),
})

type Mesuree = Charge & { nom: string; adresse: string; groupe: string; place: Place }

/** One address on every volume, a window at a time on each: the median of its windows. */
async function mesurerAdresse(une: (typeof ADRESSES)[number], places: readonly Place[], duree: number) {
  const fenetres = new Map<Place, Charge[]>(places.map((place) => [place, []]))
  for (let rang = 0; rang < FENETRES; rang += 1) {
    for (const place of places) {
      const { web, base, cookie } = place
      const options = { duree: duree / FENETRES, base, entetes: { ...une.entetes, cookie }, echauffer: rang === 0 }
      fenetres.get(place)?.push(await charger(web, une.adresse, options))
    }
  }
  return places.map((place): Mesuree => ({ ...une, ...medianes(fenetres.get(place) ?? []), place }))
}

/**
 * The started application, signed in, address by address. All servers live for the whole run; the floor is measured again every few
 * addresses, and its median is the one all are compared to.
 */
export async function mesurerHttp(
  mondes: readonly Monde[],
  { duree, seulement }: Pick<Options, 'duree' | 'seulement'>,
): Promise<MesureHttp[]> {
  const places: Place[] = []
  try {
    for (const monde of mondes) places.push(await ouvrirPlace(monde))
    const mesures: Mesuree[] = []
    for (const [i, une] of ADRESSES.filter(({ nom }) => nom.includes(seulement)).entries()) {
      if (i % PAR_PLANCHER === 0) {
        for (const { plancher, planchers, base } of places)
          planchers.push(await charger(plancher, '/', { duree: 1, base, entetes: {}, echauffer: true }))
      }
      for (const mesuree of await mesurerAdresse(une, places, duree)) {
        const { parSeconde, p95, place } = mesuree
        process.stdout.write(
          `  ${place.volume} · ${une.nom}\u00a0: ${parSeconde.toFixed(1)}/s, p95 ${p95.toFixed(1)} ms\n`,
        )
        mesures.push(mesuree)
      }
    }
    return places.flatMap((place) => {
      const plancher = medianes(place.planchers)
      return mesures
        .filter((mesuree) => mesuree.place === place)
        .map(({ place: { volume }, ...mesure }) => ({
          ...mesure,
          volume,
          plancher,
          ratio: mesure.parSeconde / plancher.parSeconde,
        }))
    })
  } finally {
    for (const { web, plancher } of places) await Promise.all([web.fermer(), plancher.fermer()])
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
