import { afterAll, beforeAll, expect, test } from 'vitest'
import { aJoindre } from '#queries/extranet/campagnes-annoncees'
import { ouvrirCampagnes } from '#support/campagnes'
import { ownDb } from '#support/own-db'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
  await ouvrirCampagnes(own.db, 2027, {})
})
afterAll(() => own.drop())

const PENDANT = new Date('2027-06-01T10:00:00Z')
const signer = async (code: string, change: object) => {
  const { reglages } = await own.db.campagne.findUniqueOrThrow({ where: { code } })
  const { signataire, ...autres } = reglages as { signataire?: object }
  const complet = { prenom: 'Jeanne', nom: 'Martin', qualite: 'directrice', ...signataire, ...change }
  await own.db.campagne.update({ where: { code }, data: { reglages: { ...autres, signataire: complet } } })
}

test('an address is said once, with all the campagnes that give it; a campagne that is over says none', async () => {
  const [un, deux] = await own.db.campagne.findMany({ orderBy: { code: 'asc' } })
  await signer(un?.code ?? '', { courriel: 'mcei@exemple.test' })
  await signer(deux?.code ?? '', { courriel: 'mcei@exemple.test' })
  expect(await aJoindre(own.db, PENDANT)).toMatchObject([
    { courriel: 'mcei@exemple.test', campagnes: [un?.libelle, deux?.libelle] },
  ])
  await signer(deux?.code ?? '', { courriel: 'jumelages@exemple.test' })
  expect((await aJoindre(own.db, PENDANT)).map(({ courriel, campagnes }) => [courriel, campagnes])).toEqual([
    ['mcei@exemple.test', [un?.libelle]],
    ['jumelages@exemple.test', [deux?.libelle]],
  ])
  await own.db.campagne.update({ where: { id: un?.id ?? '' }, data: { etat: 'FERMEE', fermeeLe: PENDANT } })
  expect((await aJoindre(own.db, PENDANT)).map(({ campagnes }) => campagnes)).toEqual([[deux?.libelle]])
  expect(await aJoindre(own.db, new Date('2028-06-01T10:00:00Z'))).toEqual([])
})
