import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieDeColonnes } from '#domain/bannette/colonnes'
import { ownDb } from '#support/own-db'
import { colonnesALaConnexion, garderColonnes } from '#usecases/bannette/garder-colonnes'
import { NOW, unAgent } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())
const deps = () => ({ db: own.db, now: () => NOW })

test('columns chosen on one post are there on another, and those of a post are kept at the first sign-in', async () => {
  const moi = await unAgent(own.db)
  const choix = { visibles: { agent: false }, largeurs: { objet: 310 }, densite: 'aeree' } as const
  await garderColonnes(deps(), moi, { bannette: 'dossiers', choix: { visibles: {}, largeurs: {}, densite: 'serree' } })
  await garderColonnes(deps(), moi, { bannette: 'dossiers', choix })
  expect(await colonnesALaConnexion(deps(), moi.id, null)).toEqual([
    { bannette: 'dossiers', choix: { ...choix, de: moi.id, garde: true } },
  ])

  const lui = await unAgent(own.db)
  const sien = { visibles: { rejet: false }, largeurs: {}, densite: 'serree' } as const
  const poste = cookieDeColonnes('dossiers', sien).split(';')[0] ?? ''
  await colonnesALaConnexion(deps(), lui.id, poste)
  expect(await colonnesALaConnexion(deps(), lui.id, null)).toEqual([
    { bannette: 'dossiers', choix: { ...sien, de: lui.id, garde: true } },
  ])
})
