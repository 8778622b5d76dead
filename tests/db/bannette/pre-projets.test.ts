import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lireLignesPreProjets } from '#domain/pre-projet/ligne-bannette'
import { bannettePreProjets, BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { voisinesPreProjet } from '#queries/pre-projet/voisines-pre-projet'
import { ownDb } from '#support/own-db'
import { CHAMPS, lu, unPreProjet } from './faits'

/** Who looks: nobody of this test. */
const PERSONNE = '00000000-0000-4000-8000-000000000000'

describe('la bannette des pré-projets', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  const ask = (query: Record<string, string> = {}) =>
    bannettePreProjets(world.db, BannettePreProjetsParams.parse(query), PERSONNE)
  const titres = async (query: Record<string, string>) =>
    lireLignesPreProjets((await ask(query)).lignes).map(({ titre }) => titre)
  const un = (titre: string, voulu: Parameters<typeof unPreProjet>[1] = {}) =>
    unPreProjet(world.db, { champs: { ...CHAMPS, titre: lu(titre) }, ...voulu })

  beforeAll(async () => {
    world = await ownDb()
    await un('ancienne', { recuLe: new Date('2025-04-01T08:00:00Z') })
    await un('récente', { recuLe: new Date('2025-05-01T08:00:00Z') })
    await un('tardive', { recuLe: new Date('2025-06-20T22:30:00Z'), horsDelai: true })
    await un('répondue', { etat: 'AVIS_RENDU', horsDelai: true })
    await un('rendue', { etat: 'A_RETRAVAILLER' })
    await un('close', { etat: 'CLOS' })
  })
  afterAll(() => world.drop())

  test('each tab holds what it says, and its counter the same number', async () => {
    expect(await titres({ vue: 'a-traiter' })).toEqual(['ancienne', 'récente', 'tardive'])
    expect(await titres({ vue: 'en-retard' })).toEqual(['tardive'])
    expect(await titres({ vue: 'a-retravailler' })).toEqual(['rendue'])
    expect(await titres({ vue: 'avis-rendus' })).toEqual(['répondue'])
    expect((await ask()).compteurs).toEqual({
      'a-traiter': 3,
      'en-retard': 1,
      'a-retravailler': 1,
      'avis-rendus': 1,
      tous: 6,
    })
  })

  test('days of reception are days in Paris: 22:30 UTC on the 20th is the 21st', async () => {
    expect(await titres({ depuis: '2025-06-21', jusqua: '2025-06-21' })).toEqual(['tardive'])
    expect(await titres({ depuis: '2025-06-20', jusqua: '2025-06-20' })).toEqual([])
  })

  test('filters and search combine, and what is odd falls back', async () => {
    expect(await titres({ q: 'TARDIVE herne', horsDelai: 'oui' })).toEqual(['tardive'])
    expect(await titres({ q: 'tardive', horsDelai: 'non' })).toEqual([])
    expect(await titres({ genre: 'association', etat: 'CLOS' })).toEqual(['close'])
    expect(await ask({ etat: 'PERDU', avis: '?', size: '1', page: 'x', sort: 'champs' })).toEqual(await ask())
  })

  test('from a fiche one goes to the next of the list one came from, whatever its order, even once it has left the list', async () => {
    for (const [titre, montant] of [
      ['sans montant', null],
      ['dix', '1000'],
      ['vingt', '2000'],
    ] as const)
      await un(titre, {
        champs: { ...CHAMPS, titre: lu(titre), structure: lu(`S ${titre}`), montantSouhaite: lu(montant) },
      })
    for (const query of [
      {},
      { sort: 'montant', dir: 'asc' },
      { sort: 'montant', dir: 'desc' },
      { sort: 'structure' },
      { vue: 'a-traiter' },
    ]) {
      const params = BannettePreProjetsParams.parse(query)
      const rows = lireLignesPreProjets((await bannettePreProjets(world.db, params, PERSONNE)).lignes)
      for (const [rang, { id }] of rows.entries())
        expect(await voisinesPreProjet(world.db, { ...params, id }, PERSONNE), JSON.stringify(query)).toEqual({
          precedente: rows[rang - 1]?.id ?? null,
          suivante: rows[rang + 1]?.id ?? null,
        })
    }
    const params = BannettePreProjetsParams.parse({ vue: 'a-traiter', dir: 'asc' })
    const rows = lireLignesPreProjets((await bannettePreProjets(world.db, params, PERSONNE)).lignes)
    await world.db.preProjet.update({ where: { id: rows[1]?.id ?? '' }, data: { etat: 'CLOS' } })
    expect(await voisinesPreProjet(world.db, { ...params, id: rows[1]?.id ?? '' }, PERSONNE)).toEqual({
      precedente: rows[0]?.id,
      suivante: rows[2]?.id,
    })
  })

  test('what the tabs hold is known anew once a fiche is written, moved or gone, under the same filters', async () => {
    const comptes = async () => {
      const { total, compteurs } = await ask({ q: 'comptee' })
      return [total, compteurs['a-traiter']]
    }
    expect(await comptes()).toEqual([0, 0])
    const { id } = await un('Fiche comptee')
    expect(await comptes()).toEqual([1, 1])
    await world.db.preProjet.update({ where: { id }, data: { etat: 'CLOS' } })
    expect(await comptes()).toEqual([1, 0])
    await world.db.preProjet.delete({ where: { id } })
    expect(await comptes()).toEqual([0, 0])
  })
})
