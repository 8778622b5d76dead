import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#infra/db'
import { ouvrirCampagnes } from '#support/campagnes'
import { accidentDe, guichet, type Prete, type Sort, unePrete } from '#support/demande-en-ligne/derniere-minute'
import type { Monde } from '../monde'

/** A campagne of its own, far from those of the generated dossiers, and the last second of its last day to deposit. */
export const ANNEE_DES_DEPOTS = 2031
export const CAMPAGNE_DES_DEPOTS = `JUM-${ANNEE_DES_DEPOTS}`
export const EN_JUIN = new Date(`${ANNEE_DES_DEPOTS}-06-01T10:00:00Z`)
const L_HEURE = Date.parse(`${ANNEE_DES_DEPOTS}-09-30T22:00:00Z`)

/** What people press in, in ms, and what is left before the hour for the last of them to be answered. */
const MINUTE = 60_000
const MARGE = 5_000

const EN_RETARD = 50
/** Transactions of the floor, at the same pace. */
const DU_PLANCHER = 200
/** Made ready together. */
const A_LA_FOIS = 8

/** What became of the last minute: nothing of `perdus`, `enDouble`, `trous` and `apresLHeure` may be other than 0. */
export type MesureDepots = {
  depots: number
  doubles: number
  coupes: number
  perdus: number
  enDouble: number
  trous: number
  apresLHeure: number
  mediane: number
  p95: number
  plancher: number
  ratio: number
}

const rangDe = (durees: readonly number[], part: number) =>
  [...durees].sort((a, b) => a - b)[Math.min(durees.length - 1, Math.floor(durees.length * part))] ?? 0

async function preparer(db: Db, combien: number): Promise<Prete[]> {
  const pretes: Prete[] = []
  while (pretes.length < combien) {
    const encore = Math.min(A_LA_FOIS, combien - pretes.length)
    const unes = Array.from({ length: encore }, () => unePrete(db, { le: EN_JUIN, code: CAMPAGNE_DES_DEPOTS }))
    pretes.push(...(await Promise.all(unes)))
  }
  return pretes
}

/** Each begins when it is due, whatever became of those before. */
const aLeurHeure = <T, R>(choses: readonly T[], ecart: number, faire: (chose: T, rang: number) => Promise<R>) =>
  Promise.all(choses.map((chose, rang) => pause(rang * ecart).then(() => faire(chose, rang))))

/** The floor: as often, a transaction that raises the version of one demande and writes one row that waits for a job. */
async function mesurerPlancher(db: Db, pretes: readonly Prete[], ecart: number): Promise<number> {
  const durees = await aLeurHeure(pretes.slice(0, DU_PLANCHER), ecart, async ({ id }) => {
    const debut = performance.now()
    await db.$transaction(async (tx) => {
      await tx.demandeEnLigne.updateMany({ where: { id }, data: { changeeLe: EN_JUIN } })
      await tx.outboxJob.create({ data: { name: 'banc', payload: { id }, publishedAt: new Date() } })
    })
    return performance.now() - debut
  })
  return rangDe(durees, 0.95)
}

async function compter(db: Db, sorts: readonly Sort[]) {
  const numeros = sorts.map(({ dits }) => [...new Set(dits.map((dit) => (dit.ok ? dit.value.numero : '')))])
  const donnes = numeros.flatMap((dits) => dits.filter(Boolean)).map((numero) => Number(numero.slice(5)))
  const dossiers = await db.dossier.count({
    where: { demandeEnLigne: { id: { in: sorts.map(({ prete }) => prete.id) } } },
  })
  return {
    perdus: numeros.filter((dits) => dits.includes('')).length,
    enDouble: numeros.filter((dits) => dits.length > 1).length + Math.abs(dossiers - new Set(donnes).size),
    trous: donnes.length === 0 ? 0 : Math.max(...donnes) - Math.min(...donnes) + 1 - new Set(donnes).size,
  }
}

/** So many people who deposit in the last minute, as people and processes are (#support/demande-en-ligne/derniere-minute), then some after the hour. */
export async function mesurerDepots({ db, url }: Monde, depots: number): Promise<MesureDepots> {
  if ((await db.campagne.count({ where: { code: CAMPAGNE_DES_DEPOTS } })) === 0)
    await ouvrirCampagnes(db, ANNEE_DES_DEPOTS, {})
  const pretes = await preparer(db, depots + EN_RETARD)
  const ecart = MINUTE / depots
  const plancher = await mesurerPlancher(db, pretes, ecart)
  const debut = performance.now()
  const now = () => new Date(L_HEURE - MINUTE - MARGE + performance.now() - debut)
  const bureau = guichet({ db, url, now })
  try {
    const sorts = await aLeurHeure(pretes.slice(0, depots), ecart, (une, rang) => bureau.deposer(une, accidentDe(rang)))
    await pause(Math.max(0, L_HEURE - now().getTime()) + 1)
    const tard = await Promise.all(pretes.slice(depots).map((une, rang) => bureau.deposer(une, accidentDe(rang))))
    const durees = sorts.map(({ ms }) => ms)
    const p95 = rangDe(durees, 0.95)
    return {
      depots,
      doubles: sorts.filter(({ accident }) => accident === 'DEUX_FOIS').length,
      coupes: sorts.filter(({ coupee, accident }) => coupee || accident === 'REPONSE_PERDUE').length,
      ...(await compter(db, sorts)),
      apresLHeure: tard.filter(({ dits }) => dits.some(({ ok }) => ok)).length,
      mediane: rangDe(durees, 0.5),
      ...{ p95, plancher, ratio: p95 / plancher },
    }
  } finally {
    await bureau.fermer()
  }
}

const un = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** The table for people. */
export const tableauDepots = (mesures: readonly MesureDepots[]): string =>
  [
    [
      'dépôts en une minute',
      'appuyés deux fois',
      'coupés',
      'perdus',
      'en double',
      'trous',
      'après l’heure',
      'médiane (ms)',
      'p95 (ms)',
      'fois le plancher',
    ],
    Array.from({ length: 10 }, () => '---'),
    ...mesures.map(
      ({ plancher: _plancher, depots, doubles, coupes, perdus, enDouble, trous, apresLHeure, mediane, p95, ratio }) =>
        [depots, doubles, coupes, perdus, enDouble, trous, apresLHeure, mediane, p95, ratio].map((une) =>
          un.format(une),
        ),
    ),
  ]
    .map((cellules) => `| ${cellules.join(' | ')} |`)
    .join('\n')
