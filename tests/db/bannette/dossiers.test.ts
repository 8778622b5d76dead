import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { bannetteDossiers, BannetteDossiersParams, dossiersDuFiltre } from '#queries/dossier/bannette-dossiers'
import { ownDb } from '#support/own-db'
import { jour, NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

describe('la bannette des dossiers', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let moi: Agent
  let campagneId: string
  const ask = async (query: Record<string, string> = {}, now = NOW) => {
    const page = await bannetteDossiers(world.db, BannetteDossiersParams.parse(query), { moi: moi.id, now })
    return { ...page, rows: lireLignesDossiers(page.lignes) }
  }
  const numeros = async (query: Record<string, string>) => (await ask(query)).rows.map(({ numero }) => numero)

  beforeAll(async () => {
    world = await ownDb()
    moi = await unAgent(world.db)
    const campagne = await uneCampagne(world.db)
    campagneId = campagne.id
  })
  afterAll(() => world.drop())

  const un = async (voulu: Parameters<typeof unDossier>[1] & { data?: object } = {}) => {
    const { data = {}, ...reste } = voulu
    const { id } = await unDossier(world.db, { campagneId, ...reste })
    return world.db.dossier.update({ where: { id }, data })
  }

  test('each tab holds what it says, its counter the same number, and a draft is in none', async () => {
    const nouveau = await un({ data: { objet: 'nouveau' } })
    const suivi = await un({ data: { objet: 'suivi', agentId: moi.id } })
    const incomplet = await un({ etat: 'INCOMPLET', data: { objet: 'incomplet', nbManquantes: 1 } })
    const revenu = await un({ etat: 'INCOMPLET', data: { objet: 'pièces revenues', nbAControler: 2 } })
    const complet = await un({ etat: 'COMPLET', data: { objet: 'complet' } })
    const instruit = await un({ etat: 'EN_INSTRUCTION', data: { objet: 'en instruction' } })
    const accorde = await un({ etat: 'ACCORDE', data: { objet: 'accordé', rejetImpliciteLe: null } })
    await un({ etat: 'BROUILLON', data: { objet: 'brouillon' } })
    const ouvert = await un({ etat: 'COMPLET', ouvertJusqua: new Date(NOW.getTime() + 1), data: { objet: 'ouvert' } })
    await un({ etat: 'COMPLET', ouvertJusqua: new Date(NOW.getTime() - 1), data: { objet: 'refermé' } })
    const demande = await un({ etat: 'COMPLET', data: { objet: 'demande' } })
    await world.db.demandeDeverrouillage.create({
      data: { dossierId: demande.id, texte: 'Bonjour', demandeur: 'ines@exemple.test', recueLe: NOW },
    })
    const proche = await un({ etat: 'COMPLET', data: { objet: 'proche', rejetImpliciteLe: jour('2025-05-28') } })
    const passe = await un({ etat: 'COMPLET', data: { objet: 'passé', rejetImpliciteLe: jour('2025-05-12') } })
    await un({ etat: 'COMPLET', data: { objet: 'loin', rejetImpliciteLe: jour('2025-05-29') } })

    const attendus = {
      nouveaux: [nouveau],
      'a-controler': [nouveau, suivi, revenu],
      incomplets: [incomplet, revenu],
      deverrouilles: [ouvert, demande],
      'rejet-proche': [passe, proche],
      decides: [accorde],
    }
    for (const [vue, dossiers] of Object.entries(attendus)) {
      const { rows, total } = await ask({ vue })
      expect(rows.map(({ objet }) => objet).toSorted(), vue).toEqual(dossiers.map(({ objet }) => objet).toSorted())
      expect(total, vue).toBe(dossiers.length)
    }
    expect(await numeros({ vue: 'a-decider' })).toEqual(expect.arrayContaining([complet.numero, instruit.numero]))
    const { compteurs, rows } = await ask({ size: '100' })
    expect(compteurs.tous).toBe(13)
    expect(rows.map(({ objet }) => objet)).not.toContain('brouillon')
    expect(rows.find(({ id }) => id === ouvert.id)?.ouvertJusquAu).toEqual(new Date(NOW.getTime() + 1))
  })

  test('an answer is awaited until the end of its last day in Paris, then its delay has passed', async () => {
    const { id } = await un({ etat: 'INCOMPLET', data: { objet: 'demandé', complementLimite: jour('2025-05-30') } })
    const vues = async (now: string) => {
      const trouve = async (vue: string) => (await ask({ vue }, new Date(now))).rows.some((row) => row.id === id)
      return [await trouve('attente'), await trouve('delai-depasse')]
    }
    expect(await vues('2025-05-30T21:59:00Z')).toEqual([true, false])
    expect(await vues('2025-05-30T22:01:00Z')).toEqual([false, true])
    await world.db.dossier.update({ where: { id }, data: { complementLimite: null, etat: 'SANS_SUITE' } })
  })

  test('the day of the limit is a day in Paris: at 22:30 UTC in summer, tomorrow has begun', async () => {
    const { id } = await un({ etat: 'COMPLET', data: { objet: 'à la limite', rejetImpliciteLe: jour('2025-05-30') } })
    const voit = async (now: string) =>
      (await ask({ vue: 'rejet-proche', q: 'limite' }, new Date(now))).rows.some((row) => row.id === id)
    expect(await voit('2025-05-14T21:30:00Z')).toBe(false)
    expect(await voit('2025-05-14T22:30:00Z')).toBe(true)
  })

  test('a search finds words without accents or case, a SIRET with its spaces, and takes % and _ for themselves', async () => {
    const structure = { nom: 'Collège Œuvre d’Étaples', siret: '82811035300020' }
    const ecole = await un({ data: { objet: 'Séjour à Kraków 100 % vélo', structure: { update: structure } } })
    await un({ data: { objet: 'lots 828, 353 et 110 du marché 00020' } })
    for (const q of ['sejour ETAPLES', '828 110 353 00020', 'krakow', '100 %', String(ecole.numero)])
      expect(await numeros({ q }), q).toEqual([ecole.numero])
    for (const q of ['sejour_krakow', '%vélo%', 's%jour', '828 110 353 00021'])
      expect(await numeros({ q }), q).toEqual([])
  })

  test('the dossier whose number is typed comes first, even among those that cite it', async () => {
    const vise = await un({ data: { objet: 'visé', rejetImpliciteLe: jour('2026-01-01') } })
    await un({ data: { objet: `suite de ${vise.numero}`, rejetImpliciteLe: jour('2025-05-13') } })
    const trouves = await numeros({ q: String(vise.numero) })
    expect(trouves).toHaveLength(2)
    expect(trouves[0]).toBe(vise.numero)
  })

  test('filters combine; « moi » and « personne » are said from where one stands', async () => {
    const mien = await un({ etat: 'REFUSE', data: { objet: 'filtre', agentId: moi.id, deposeLe: jour('2025-03-01') } })
    const aucun = await un({ etat: 'REFUSE', data: { objet: 'filtre', deposeLe: jour('2025-03-02') } })
    expect(await numeros({ q: 'filtre', agent: 'moi' })).toEqual([mien.numero])
    expect(await numeros({ q: 'filtre', agent: moi.id })).toEqual([mien.numero])
    expect(await numeros({ q: 'filtre', agent: 'personne' })).toEqual([aucun.numero])
    expect(await numeros({ q: 'filtre', depuis: '2025-03-02', jusqua: '2025-03-02' })).toEqual([aucun.numero])
    expect(await numeros({ q: 'filtre', genre: 'commune' })).toEqual([])
    expect(await numeros({ q: 'filtre', campagne: 'AUTRE-2025' })).toEqual([])
  })

  test('when nothing shows, it is said what dropping each filter would show', async () => {
    const { total, sans } = await ask({ q: 'filtre', etat: 'ACCORDE' })
    expect(total).toBe(0)
    expect(sans).toEqual(
      expect.arrayContaining([
        { nom: 'q', total: 1 },
        { nom: 'etat', total: 2 },
      ]),
    )
  })

  test('completeness filters by its words, by the pièce that is missing, and sorts by how much is', async () => {
    const manque = async (codes: string[], completude: 'MANQUANTES' | 'A_CONTROLER' | 'COMPLET') =>
      un({ data: { objet: 'lacune', codesManquants: codes, nbManquantes: codes.length, completude } })
    const deux = await manque(['RIB', 'STATUTS'], 'MANQUANTES')
    const une = await manque(['RIB'], 'MANQUANTES')
    const complet = await manque([], 'COMPLET')
    const q = { q: 'lacune', sort: 'pieces', dir: 'desc' }
    expect(await numeros(q)).toEqual([deux.numero, une.numero, complet.numero])
    for (const completude of ['manquantes', 'MANQUANTES'])
      expect(await numeros({ ...q, completude })).toEqual([deux.numero, une.numero])
    expect(await numeros({ ...q, completude: 'complet' })).toEqual([complet.numero])
    expect(await numeros({ ...q, completude: 'a-controler' })).toEqual([])
    expect(await numeros({ ...q, piece: 'STATUTS' })).toEqual([deux.numero])
    const params = BannetteDossiersParams.parse({ ...q, piece: 'RIB' })
    expect(await dossiersDuFiltre(world.db, params, { moi: moi.id, now: NOW })).toEqual([deux.id, une.id])
  })

  test('a page seen again shows what was written since, and its counters the same', async () => {
    const revu = await un({ data: { objet: 'revu' } })
    const demander = () => ask({ q: 'revu', size: '25' })
    expect((await demander()).rows.map(({ etat }) => etat)).toEqual(['DEPOSE'])
    expect((await demander()).compteurs).toMatchObject({ tous: 1, complets: 0 })
    await world.db.dossier.update({ where: { id: revu.id }, data: { etat: 'COMPLET' } })
    const apres = await demander()
    expect(apres.rows.map(({ etat }) => etat)).toEqual(['COMPLET'])
    expect(apres.compteurs).toMatchObject({ tous: 1, complets: 1 })
    const autre = await un({ data: { objet: 'revu aussi', rejetImpliciteLe: jour('2025-05-14') } })
    expect((await demander()).rows.map(({ id }) => id)).toEqual([autre.id, revu.id])
    await world.db.dossier.deleteMany({ where: { id: autre.id } })
    expect((await demander()).rows.map(({ id }) => id)).toEqual([revu.id])
  })

  test('any page is the same however it is come to: from either end, after the one before it, or again', async () => {
    for (let i = 0; i < 130; i += 1)
      await un({
        etat: i % 3 ? 'DEPOSE' : 'ACCORDE',
        data: { objet: 'antipodes', rejetImpliciteLe: i % 3 ? jour('2025-06-01') : null },
      })
    for (const sort of ['rejet', 'montant', 'numero', 'pieces', 'objet', 'deposeLe'])
      for (const dir of ['asc', 'desc']) {
        const pageDe = async (page: number) =>
          (await ask({ q: 'antipodes', size: '25', sort, dir, page: String(page) })).rows.map(({ id }) => id)
        const tout = (await ask({ q: 'antipodes', size: '100', sort, dir })).rows.map(({ id }) => id)
        const fin = (await ask({ q: 'antipodes', size: '100', sort, dir, page: '1' })).rows.map(({ id }) => id)
        const attendu = [...tout, ...fin]
        expect(new Set(attendu).size).toBe(130)
        for (const page of [4, 2, 3, 5, 0, 1, 4])
          expect(await pageDe(page), `${sort} ${dir} ${page}`).toEqual(attendu.slice(page * 25, page * 25 + 25))
      }
  }, 60_000)

  test('pages never overlap, and a page after the last is the last', async () => {
    for (let i = 0; i < 60; i += 1) await un({ data: { objet: 'page', montantDemandeCents: 1000n } })
    const pages = await Promise.all(
      ['0', '1', '2'].map((page) => ask({ q: 'page', size: '25', sort: 'montant', page })),
    )
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(new Set(ids).size).toBe(60)
    const apres = await ask({ q: 'page', size: '25', sort: 'montant', page: '900000' })
    expect([apres.page, apres.rows.length]).toEqual([2, 10])
  })

  test('anything odd in the address falls back, and ten thousand characters change nothing', async () => {
    const long = 'x'.repeat(10_000)
    const odd = {
      page: '-1',
      size: '7',
      sort: 'mot_de_passe',
      dir: 'up',
      etat: long,
      agent: "' OR 1=1",
      depuis: '2025-02-30',
      vue: long,
    }
    const [droit, tordu] = await Promise.all([ask(), ask({ ...odd, campagne: '../x' })])
    expect(tordu).toEqual(droit)
    expect((await ask({ q: long })).total).toBe(0)
  })
})
