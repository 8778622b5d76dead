import { beforeAll, describe, expect, test } from 'vitest'
import { NotFound } from '#infra/errors'
import { bannetteCourriels, BannetteCourrielsParams } from '#queries/courriel/bannette-courriels'
import { pageCourriel } from '#queries/courriel/page-courriel'
import { unCourriel } from '../workers/faits'
import { unMonde } from '../workers/monde'

describe('la bannette des courriels', () => {
  const monde = unMonde('postgres')
  const ask = (query: Record<string, string> = {}) => bannetteCourriels(monde.db, BannetteCourrielsParams.parse(query))

  beforeAll(async () => {
    for (let i = 0; i < 30; i += 1) {
      const { id } = await unCourriel(monde.db, {
        sujet: `Envoi ${String(i).padStart(2, '0')}`,
        destinataire: i === 7 ? 'remise_100%@exemple.test' : `mairie${i}@exemple.test`,
        modele: i % 2 ? 'ar_depot' : 'decision_favorable',
      })
      if (i < 5)
        await monde.db.courriel.update({ where: { id }, data: { etat: 'ECHEC', cause: 'REFUSE', erreur: 'refusé' } })
    }
  })

  test('pages do not overlap and miss nothing', async () => {
    const pages = [await ask({ sort: 'sujet', dir: 'asc' }), await ask({ sort: 'sujet', dir: 'asc', page: '1' })]
    expect(pages.map(({ total }) => total)).toEqual([30, 30])
    const sujets = pages.flatMap(({ rows }) => rows.map(({ sujet }) => sujet))
    expect(sujets).toEqual(Array.from({ length: 30 }, (_, i) => `Envoi ${String(i).padStart(2, '0')}`))
  })

  test('rows that are equal in the sorted column keep one order, so that they do not jump from page to page', async () => {
    const pages = await Promise.all(['0', '1'].map((page) => ask({ sort: 'envoyeLe', page })))
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(ids).toHaveLength(30)
    expect(ids).toEqual(ids.toSorted().toReversed())
  })

  test('filters combine, and each état is counted under the other filters', async () => {
    const { rows, total, compteurs } = await ask({ etat: 'ECHEC', modele: 'ar_depot' })
    expect(rows.map(({ sujet }) => sujet).toSorted()).toEqual(['Envoi 01', 'Envoi 03'])
    expect(total).toBe(2)
    expect(compteurs).toEqual({ A_ENVOYER: 13, RETENU: 0, ENVOYE: 0, NON_REMIS: 0, ECHEC: 2, ANNULE: 0 })
  })

  test('of one that the server of its recipient has, the list knows so', async () => {
    const remisAuServeurLe = new Date('2025-05-11T07:06:00Z')
    const vise = { sujet: 'Envoi 29' }
    await monde.db.courriel.updateMany({
      where: vise,
      data: { etat: 'ENVOYE', envoyeLe: remisAuServeurLe, remisAuServeurLe },
    })
    const lu = (await ask({ q: 'Envoi 29' })).rows.map((row) => [row.etat, row.remisAuServeurLe])
    await monde.db.courriel.updateMany({
      where: vise,
      data: { etat: 'A_ENVOYER', envoyeLe: null, remisAuServeurLe: null },
    })
    expect(lu).toEqual([['ENVOYE', remisAuServeurLe]])
  })

  test('a search takes % and _ as they are written', async () => {
    expect((await ask({ q: 'REMISE_100%' })).total).toBe(1)
    expect((await ask({ q: '%' })).total).toBe(1)
    expect((await ask({ q: '_' })).total).toBe(1)
    expect((await ask({ q: 'x'.repeat(10_000) })).total).toBe(0)
  })

  test('what the URL may not ask falls back', async () => {
    const odd = { page: '-3', size: '7', sort: 'html; DROP', dir: 'up', etat: 'PERDU', modele: '1' }
    expect(BannetteCourrielsParams.parse(odd)).toEqual(BannetteCourrielsParams.parse({}))
  })

  test('an id that is none of ours is not found', async () => {
    await expect(pageCourriel(monde.db, 'nothing')).rejects.toBeInstanceOf(NotFound)
    await expect(pageCourriel(monde.db, '00000000-0000-4000-8000-000000000000')).rejects.toBeInstanceOf(NotFound)
  })
})
