import { somme } from '#domain/budget/montant'
import {
  type LigneARepartir,
  type RegleDeRepartition,
  REGLES_DE_REPARTITION,
  repartir,
} from '#domain/simulation/repartition'
import { mediane, type Mesure } from './mesure'

/** As many dossiers as the largest simulation that is promised, shared between by every rule. */
const DOSSIERS = 1_000
const TOURS = 21

/** Dossiers of many amounts, one in ten of an unknown number of young people, the same at each run. */
const LIGNES = Array.from({ length: DOSSIERS }, (_, rang): LigneARepartir => ({
  id: `dossier-${rang}`,
  demandeCents: BigInt(50_000 + ((rang * 7_919) % 950_000)),
  jeunes: rang % 10 === 0 ? null : 5 + ((rang * 31) % 60),
  score: rang % 7 === 0 ? null : (rang * 131) % 2_001,
}))

/** What all the scenarios of a simulation cost, beside adding up what is asked as many times. */
export async function mesurerRepartition(): Promise<Mesure[]> {
  const enveloppeCents = somme(LIGNES.map(({ demandeCents }) => demandeCents)) / 2n
  const fixes = Object.fromEntries(LIGNES.slice(0, 50).map(({ id, demandeCents }) => [id, demandeCents / 3n]))
  const toutes = (faire: (regle: RegleDeRepartition) => unknown) =>
    mediane(TOURS, async () => {
      for (const regle of REGLES_DE_REPARTITION) faire(regle)
      return Promise.resolve()
    })
  const ms = await toutes((regle) => repartir(LIGNES, { regle, enveloppeCents, plafondParJeuneCents: 15_000n, fixes }))
  const plancher = await toutes(() => somme(LIGNES.map(({ demandeCents }) => demandeCents)))
  return [
    {
      nom: `répartition, ${REGLES_DE_REPARTITION.length} règles`,
      volume: DOSSIERS,
      ms,
      ratio: ms / plancher,
      plancher: 'somme des montants demandés, autant de fois',
    },
  ]
}
