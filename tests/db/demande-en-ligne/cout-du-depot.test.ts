import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Db, makeDb } from '#infra/db'
import { CERTIFIE, PROJET } from '#support/demande-en-ligne/reponses'
import { type Prete, unePrete } from '#support/demande-en-ligne/derniere-minute'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { JUIN, unMondeEnLigne } from './monde'

const monde = unMondeEnLigne()
let db: Db

beforeAll(() => (db = makeDb(monde.url, 16)))
afterAll(() => db.$disconnect())

const prete = () => unePrete(db, { le: new Date(JUIN), code: 'JUM-2027' })
const deposer = ({ qui, id, version }: Prete) =>
  validerDemande({ db, now: () => new Date(JUIN) }, qui, { id, version, arriveeLe: new Date(JUIN), ...CERTIFIE })

/** The statements that reach Postgres while this is done, as they are sent. */
async function enoncesDe(faire: () => Promise<unknown>): Promise<string[]> {
  // Looked at, not replaced: Prisma's own events say one for several, and nothing of a transaction's ends.
  const envoi = vi.spyOn(pg.Client.prototype, 'query')
  await faire()
  return envoi.mock.calls.map(([enonce]: unknown[]) =>
    (typeof enonce === 'string' ? enonce : (enonce as { text: string }).text).replace(/\s+/g, ' ').trim(),
  )
}

/** Compiled by Prisma each time it is asked: it names its tables so. */
const COMPILE = /"public"\./

const A_ELLE_SEULE = /^(?:INSERT|UPDATE|COMMIT)/

test('a deposit is forty statements, and while the others wait for its number it only writes, in eight', async () => {
  const une = await prete()
  const enonces = await enoncesDe(async () => expect(await deposer(une)).toMatchObject({ ok: true }))
  expect([enonces[0], enonces.at(-1)]).toEqual(['BEGIN', 'COMMIT'])
  expect(enonces.length).toBeLessThanOrEqual(40)
  expect(enonces.filter((enonce) => COMPILE.test(enonce)).length).toBeLessThanOrEqual(12)
  const numero = enonces.findIndex((enonce) => enonce.includes('numerotation_en_ligne'))
  const tenue = enonces.slice(numero)
  expect(tenue.length).toBeLessThanOrEqual(8)
  expect(tenue.filter((enonce) => !A_ELLE_SEULE.test(enonce))).toEqual([])
})

test('pressed again, it is six: it holds its dossier and says its number', async () => {
  const une = await prete()
  await deposer(une)
  const enonces = await enoncesDe(async () => expect(await deposer(une)).toMatchObject({ ok: true }))
  expect(enonces.length).toBeLessThanOrEqual(6)
  expect(enonces.filter((enonce) => /^(?:INSERT|UPDATE|DELETE)/.test(enonce))).toEqual([])
})

test('many that come from a fiche deposit at once: each proposes it, and none waits for one that waits for it', async () => {
  const pretes = []
  for (let i = 0; i < 12; i += 1) pretes.push(await prete())
  const structures = await db.structure.findMany({
    where: { demandesEnLigne: { some: { id: { in: pretes.map(({ id }) => id) } } } },
  })
  await db.preProjet.createMany({
    data: structures.slice(0, 6).map(({ id, nomPlie }) => ({
      ...{ structureId: id, structureNomPlie: nomPlie, titre: PROJET.objet, titrePlie: 'fresque a herne' },
      ...{ pays: 'Allemagne', dateDebut: new Date('2027-07-12'), dateFin: new Date('2027-07-19') },
      ...{ coutTotalCents: 2_500_000n, montantSouhaiteCents: 1_000_000n, champs: {}, recuLe: new Date(JUIN) },
    })),
  })
  const dits = await Promise.all(pretes.map(deposer))
  expect(dits.filter(({ ok }) => !ok)).toEqual([])
  const proposes = await db.rapprochement.findMany({ where: { preProjet: { structureId: { not: null } } } })
  expect(new Set(proposes.map(({ dossierId }) => dossierId)).size).toBe(6)
  const dites = await db.entreeJournal.groupBy({
    by: ['objet'],
    where: { acte: 'proposerRapprochement' },
    _count: true,
  })
  expect(new Map(dites.map(({ objet, _count }) => [objet, _count]))).toEqual(
    new Map([
      ['dossier', 6],
      ['pre-projet', 6],
    ]),
  )
})
