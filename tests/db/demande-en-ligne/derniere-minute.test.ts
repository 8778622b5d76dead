import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Db, makeDb } from '#infra/db'
import { ouvrirCampagnes } from '#support/campagnes'
import { accidentDe, guichet, type Sort, unePrete } from '#support/demande-en-ligne/derniere-minute'
import { ownDb } from '#support/own-db'
import { APRES, DERNIERE, JUIN } from './monde'

const DEPOTS = 60
const EN_RETARD = 6
/** Who press at once. */
const VAGUE = 20
/** Prepared together. */
const A_LA_FOIS = 6
const CAMPAGNE = 'JUM-2027'

let own: Awaited<ReturnType<typeof ownDb>>
let db: Db

beforeAll(async () => {
  own = await ownDb()
  db = makeDb(own.url, 16)
  await ouvrirCampagnes(own.db, 2027, {})
})
afterAll(async () => {
  await db.$disconnect()
  await own.drop()
})

test(
  'sixty deposits in the last second, some pressed twice, some whose process dies: none lost, none twice, no gap, none after the hour',
  { timeout: 120_000 },
  async () => {
    const pretes = []
    for (let i = 0; i < DEPOTS + EN_RETARD; i += A_LA_FOIS) {
      const unes = Array.from({ length: A_LA_FOIS }, () => unePrete(db, { le: new Date(JUIN), code: CAMPAGNE }))
      pretes.push(...(await Promise.all(unes)))
    }
    const [aLHeure, enRetard] = [pretes.slice(0, DEPOTS), pretes.slice(DEPOTS)]
    const avant = guichet({ db, url: own.url, now: () => new Date(DERNIERE) })
    const sorts: Sort[] = []
    for (let i = 0; i < DEPOTS; i += VAGUE)
      sorts.push(
        ...(await Promise.all(
          aLHeure.slice(i, i + VAGUE).map((une, rang) => avant.deposer(une, accidentDe(i + rang))),
        )),
      )
    const apres = guichet({ db, url: own.url, now: () => new Date(APRES) })
    const refuses = await Promise.all(enRetard.map((une, rang) => apres.deposer(une, accidentDe(rang))))
    await Promise.all([avant.fermer(), apres.fermer()])

    const combien = (accident: string) => sorts.filter((un) => un.accident === accident).length
    expect([combien('DEUX_FOIS'), combien('COUPE'), combien('REPONSE_PERDUE')]).toEqual([12, 2, 1])
    expect(sorts.filter(({ coupee }) => coupee).length).toBeGreaterThan(0)
    const numeros = sorts.map(({ dits }) => [...new Set(dits.map((dit) => (dit.ok ? dit.value.numero : dit.reason)))])
    expect(numeros.filter((dits) => dits.length !== 1 || !/^2027-\d{5}$/.test(dits[0] ?? ''))).toEqual([])
    const rangs = numeros.map(([numero = '']) => Number(numero.slice(5))).sort((a, b) => a - b)
    expect(rangs).toEqual(rangs.map((_, i) => (rangs[0] ?? 0) + i))
    expect(refuses.flatMap(({ dits }) => dits).filter((dit) => dit.ok || dit.reason !== 'CAMPAGNE_CLOSE')).toEqual([])

    const deposees = await db.demandeEnLigne.findMany({ where: { deposeeLe: { not: null } }, select: { id: true } })
    expect(deposees.map(({ id }) => id).sort()).toEqual(aLHeure.map(({ id }) => id).sort())
    expect({
      dossiers: await db.dossier.count(),
      journal: await db.entreeJournal.count({ where: { acte: 'deposer' } }),
      courriels: await db.courriel.count(),
      recapitulatifs: await db.recapitulatifDeDepot.count(),
      pieces: await db.piece.count(),
      restees: await db.pieceEnLigne.count(),
    }).toEqual({
      ...{ dossiers: DEPOTS, journal: DEPOTS, courriels: 2 * DEPOTS, recapitulatifs: DEPOTS },
      ...{ pieces: 5 * DEPOTS, restees: 5 * EN_RETARD },
    })
  },
)
