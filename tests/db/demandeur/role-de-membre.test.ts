import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { changerRole, type RoleMembre } from '#domain/ouverture-de-compte/membre'
import { Conflict, NotFound } from '#infra/errors'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { raconter } from '#libelles/journal/recit-journal'
import { ownDb } from '#support/own-db'
import { changerRoleDeMembre } from '#usecases/demandeur/changer-role-de-membre'

let own: Awaited<ReturnType<typeof ownDb>>
let [sienne, voisine] = ['', '']
let anne: Demandeur
let marc: Demandeur

const deps = () => ({ db: own.db, now: () => new Date('2027-04-09T08:00:00Z') })
const uneStructure = async (nom: string) =>
  (await own.db.structure.create({ data: { nom, nomPlie: nom.toLowerCase(), genre: 'association' } })).id
const unMembre = async (structureId: string, role: RoleMembre, prenom = 'Lise') =>
  demandeurDe(
    await own.db.demandeur.create({
      data: {
        ...{ courriel: `${randomUUID()}@exemple.test`, prenom, nom: 'Caron', creeLe: new Date() },
        membreDe: { create: { structureId, role, depuisLe: new Date() } },
      },
    }),
  )
const deLui = (qui: Demandeur, structureId = sienne) =>
  own.db.membreDeStructure.findUniqueOrThrow({
    where: { demandeurId_structureId: { demandeurId: qui.id, structureId } },
    select: { role: true, version: true },
  })
type Vise = { qui: Demandeur; role: RoleMembre; version?: number; structureId?: string }
const changer = (par: Demandeur, { qui, role, version = 0, structureId = sienne }: Vise) =>
  changerRoleDeMembre(deps(), par, { structureId, membreId: qui.id, version, role })
const journal = (qui: Demandeur) =>
  own.db.entreeJournal.findMany({ where: { acte: 'changerRoleDeMembre', objetId: qui.id }, orderBy: { id: 'asc' } })

beforeAll(async () => {
  own = await ownDb()
  ;[sienne, voisine] = [await uneStructure('Comité de Lens'), await uneStructure('Comité de Liévin')]
  anne = await unMembre(sienne, 'REPRESENTANT_LEGAL', 'Anne')
  marc = await unMembre(voisine, 'REPRESENTANT_LEGAL', 'Marc')
})
afterAll(() => own.drop())

test('the représentant légal gives a member another role and back, and the journal says who, whose and which', async () => {
  const lise = await unMembre(sienne, 'REDACTEUR')
  expect(await changer(anne, { qui: lise, role: 'LECTEUR' })).toEqual({ ok: true, value: undefined })
  expect(await deLui(lise)).toEqual({ role: 'LECTEUR', version: 1 })
  expect(await changer(anne, { qui: lise, role: 'REDACTEUR', version: 1 })).toEqual({ ok: true, value: undefined })
  expect(await deLui(lise)).toEqual({ role: 'REDACTEUR', version: 2 })
  const dites = await journal(lise)
  expect(dites).toMatchObject([
    { acteurType: 'DEMANDEUR', acteurId: anne.id, detail: { avant: 'REDACTEUR', apres: 'LECTEUR' } },
    { detail: { structure: 'Comité de Lens', qui: 'Lise Caron', avant: 'LECTEUR', apres: 'REDACTEUR' } },
  ])
  expect(dites.map((une) => raconter(une))).toMatchObject([
    { precisions: ['Lise Caron', 'Comité de Lens'], changements: [{ avant: 'Rédacteur', apres: 'Lecteur' }] },
    { changements: [{ champ: 'Rôle', avant: 'Lecteur', apres: 'Rédacteur' }] },
  ])
})

test('the role that they have already changes nothing, and is not told', async () => {
  const lise = await unMembre(sienne, 'LECTEUR')
  expect(await changer(anne, { qui: lise, role: 'LECTEUR' })).toEqual({ ok: true, value: undefined })
  expect([await deLui(lise), await journal(lise)]).toEqual([{ role: 'LECTEUR', version: 0 }, []])
})

test('a représentant légal is neither made nor lowered so, the last one least of all', async () => {
  const [lise, zoe] = [await unMembre(sienne, 'REDACTEUR'), await unMembre(sienne, 'REPRESENTANT_LEGAL', 'Zoé')]
  expect(await changer(anne, { qui: lise, role: 'REPRESENTANT_LEGAL' })).toEqual({
    ok: false,
    reason: 'ROLE_NON_OFFERT',
  })
  for (const qui of [zoe, anne])
    expect(await changer(anne, { qui, role: 'REDACTEUR' })).toEqual({ ok: false, reason: 'DEJA_REPRESENTANT' })
  const roles = await Promise.all([lise, zoe, anne].map((qui) => deLui(qui)))
  expect(roles.map(({ role }) => role)).toEqual(['REDACTEUR', 'REPRESENTANT_LEGAL', 'REPRESENTANT_LEGAL'])
})

test('nobody else does, nor for another structure; what was seen before somebody acted is refused', async () => {
  const [lise, paul] = [await unMembre(sienne, 'REDACTEUR'), await unMembre(sienne, 'REDACTEUR', 'Paul')]
  const refusees = [
    [lise, { qui: paul, role: 'LECTEUR' }],
    [marc, { qui: lise, role: 'LECTEUR' }],
    [marc, { qui: lise, role: 'LECTEUR', structureId: voisine }],
    [anne, { qui: marc, role: 'LECTEUR' }],
  ] as const
  for (const [par, vise] of refusees) await expect(changer(par, vise)).rejects.toThrow(NotFound)
  await expect(changer(anne, { qui: lise, role: 'LECTEUR', version: 3 })).rejects.toThrow(Conflict)
  const deux = await Promise.allSettled([
    changer(anne, { qui: lise, role: 'LECTEUR' }),
    changer(anne, { qui: lise, role: 'LECTEUR' }),
  ])
  expect(deux.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect([await deLui(lise), (await journal(lise)).length]).toEqual([{ role: 'LECTEUR', version: 1 }, 1])
})

test.each(['REDACTEUR', 'LECTEUR'] as const)('who is %s gives no role', (par) => {
  expect(changerRole({ role: 'REDACTEUR' }, { nouveau: 'LECTEUR', par })).toEqual({
    ok: false,
    reason: 'ROLE_NON_OFFERT',
  })
})
