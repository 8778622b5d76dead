import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { Prisma } from '#prisma'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { conditionDeVue } from '#queries/dossier/compteurs-dossiers'
import { voisinsDossier, VoisinsDossierParams } from '#queries/dossier/voisins-dossier'
import { ownDb } from '#support/own-db'
import { jour, NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

describe('what an officer has to do, and the dossiers around one in a list', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let moi: Agent
  let campagneId: string
  beforeAll(async () => {
    world = await ownDb()
    moi = await unAgent(world.db)
    campagneId = (await uneCampagne(world.db)).id
  })
  afterAll(() => world.drop())

  const regard = () => ({ moi: moi.id, now: NOW })
  const un = async (
    objet: string,
    { data = {}, ...reste }: Parameters<typeof unDossier>[1] & { data?: object } = {},
  ) => {
    const { id } = await unDossier(world.db, { campagneId, ...reste })
    return world.db.dossier.update({ where: { id }, data: { objet, ...data } })
  }
  const liste = async (query: Record<string, string>) =>
    lireLignesDossiers((await bannetteDossiers(world.db, BannetteDossiersParams.parse(query), regard())).lignes)
  const voisins = (id: string, query: Record<string, string> = {}) =>
    voisinsDossier(world.db, { ...VoisinsDossierParams.parse(query), id }, regard())

  test('to do is what is in course, but for what waits for the demandeur alone', async () => {
    const attend = { etat: 'INCOMPLET', data: { complementLimite: jour('2025-05-13') } } as const
    await un('attend', attend)
    await un('décidé', { etat: 'ACCORDE', data: { rejetImpliciteLe: null } })
    await un('brouillon', { etat: 'BROUILLON' })
    await un('déposé', { data: { agentId: moi.id } })
    await un('en instruction', { etat: 'EN_INSTRUCTION' })
    await un('en retard', { etat: 'INCOMPLET', data: { complementLimite: jour('2025-05-12') } })
    await un('pièces venues', { ...attend, data: { ...attend.data, nbAControler: 1, agentId: moi.id } })
    await un('à vérifier', { ...attend, data: { ...attend.data, recevabilite: 'A_VERIFIER' } })
    const demande = await un('demande', attend)
    await world.db.demandeDeverrouillage.create({
      data: { dossierId: demande.id, texte: 'Bonjour', demandeur: 'ines@exemple.test', recueLe: NOW },
    })
    const redepose = await un('redéposé', { ...attend, ouvertJusqua: NOW })
    const { id: deverrouillageId } = await world.db.deverrouillage.findFirstOrThrow({
      where: { dossierId: redepose.id },
    })
    await world.db.modification.create({ data: { dossierId: redepose.id, deverrouillageId, etat: 'REDEPOSEE' } })

    const objets = async (vue: string) => (await liste({ vue })).map(({ objet }) => objet).toSorted()
    expect(await objets('a-faire')).toEqual(
      ['demande', 'déposé', 'en instruction', 'en retard', 'pièces venues', 'redéposé', 'à vérifier'].toSorted(),
    )
    expect(await objets('miens')).toEqual(['déposé', 'pièces venues'])
    const { compteurs } = await bannetteDossiers(world.db, BannetteDossiersParams.parse({}), regard())
    expect(compteurs).toMatchObject({ 'a-faire': 7, miens: 2, attente: 5, tous: 9 })
  })

  test('before and after are those of the list, whatever its tab, its filters and its order', async () => {
    for (const query of [
      { vue: 'a-faire' },
      { vue: 'miens' },
      {},
      { sort: 'objet', dir: 'desc' },
      { sort: 'montant' },
      { sort: 'pieces', dir: 'desc' },
      { sort: 'deposeLe', dir: 'desc' },
      { sort: 'numero', dir: 'desc' },
      { sort: 'rejet', dir: 'desc', agent: 'personne' },
    ] as Record<string, string>[]) {
      const lignes = await liste(query)
      expect(lignes.length).toBeGreaterThan(1)
      for (const [rang, { id }] of lignes.entries())
        expect(await voisins(id, query), JSON.stringify(query)).toMatchObject({
          precedent: lignes[rang - 1]?.numero ?? null,
          suivant: lignes[rang + 1]?.numero ?? null,
        })
    }
  })

  test('one that an act has moved out of the list goes on from the place it had; next to do begins again after the last', async () => {
    const avant = await liste({ vue: 'a-faire' })
    const [premier, deuxieme, troisieme] = avant
    if (!premier || !deuxieme || !troisieme) throw new Error('three dossiers are to do')
    const { place } = await voisins(deuxieme.id, { vue: 'a-faire' })
    await world.db.dossier.update({ where: { id: deuxieme.id }, data: { etat: 'REFUSE', rejetImpliciteLe: null } })
    const garde = { vue: 'a-faire', place: JSON.stringify(place) }
    expect(await voisins(deuxieme.id, garde)).toMatchObject({
      precedent: premier.numero,
      suivant: troisieme.numero,
      aTraiter: troisieme.numero,
      place,
    })
    const dernier = avant.at(-1)
    expect(await voisins(dernier?.id ?? '', { vue: 'a-faire' })).toMatchObject({
      suivant: null,
      aTraiter: premier.numero,
    })
    // In the whole list, what waits for the demandeur is passed over.
    const tous = await liste({})
    const attend = tous.findIndex(({ objet }) => objet === 'attend')
    const avantLui = tous[attend - 1]
    expect(avantLui && (await voisins(avantLui.id)).aTraiter).not.toBe(tous[attend]?.numero)
  })

  test('a place that no list gives is not one', async () => {
    const [ligne] = await liste({ vue: 'a-faire' })
    const juste = await voisins(ligne?.id ?? '', { vue: 'a-faire' })
    for (const place of [
      '[]',
      '["infinity"]',
      '["hier", "x"]',
      JSON.stringify(['2025-13-45', ligne?.id]),
      JSON.stringify(['hier', ligne?.id]),
      '{',
      'null',
      '["infinity","\'; --"]',
    ])
      expect(await voisins(ligne?.id ?? '', { vue: 'a-faire', place }), place).toEqual(juste)
    expect(await voisins('00000000-0000-4000-8000-000000000000')).toMatchObject({ suivant: null, place: [] })
  })

  test('the first tab is a page of one index, in its order', async () => {
    const [, , lignes] = await world.db.$transaction([
      world.db.$executeRaw`SET LOCAL enable_seqscan = off`,
      world.db.$executeRaw`SET LOCAL enable_bitmapscan = off`,
      world.db.$queryRaw<Record<string, string>[]>`EXPLAIN SELECT d.id FROM dossier d
        WHERE ${conditionDeVue('a-faire', regard())} ORDER BY coalesce(d.rejet_implicite_le, 'infinity'::date), d.id ${Prisma.raw('LIMIT 51')}`,
    ])
    expect(JSON.stringify(lignes)).toContain('dossier_a_faire_idx')
    expect(JSON.stringify(lignes)).not.toContain('Sort')
  })
})
