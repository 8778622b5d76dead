import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Nouvelles } from '#domain/direct/changement'
import { changementsDits, ouEnEst } from '#queries/direct/changements'
import { cadres } from '#queries/cadre/cadre'
import { pageSeance } from '#queries/seance/page-seance'
import { ownDb } from '#support/own-db'
import { until } from '#support/until'
import { ouvrirCentral } from '#web/direct/central'
import { unAgent } from '../dossier/faits'
import { seancesDans } from '../seance/faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

test('a vote entered by one officer is told to the page of its séance: who and what, at the version that it then shows', async () => {
  const monde = await seancesDans(own.db)
  const { seanceId, lignes } = await monde.uneListe(await monde.unPropose(), await monde.unPropose())
  const ailleurs = await monde.uneSeance()
  const { id, role } = await unAgent(own.db, 'RESPONSABLE', 'Camille')
  const central = ouvrirCentral({ db: own.db, now: () => new Date() }, own.url, {
    compteurs: (agents) => cadres(own.db, new Date(), agents),
    changements: (entrees) => changementsDits(own.db, entrees),
    ouEnEst: (sujet) => ouEnEst(own.db, sujet),
  })
  const lire = (de: string) => pageSeance(own.db, monde.chef, { id: de, now: new Date() })
  const ecouter = async (de: string) => {
    const dits: Nouvelles[] = []
    const session = randomUUID()
    await own.db.sessionAgent.create({
      data: { id: session, agentId: id, expireLe: new Date(Date.now() + 3_600_000) },
    })
    const page = { agent: { id, role }, session, onglet: randomUUID(), ecrit: false }
    const dire = (nom: string, donnees: unknown) => {
      if (nom === 'fait') dits.push(donnees as Nouvelles)
    }
    const sujet = { objet: 'seance', id: de } as const
    central.inscrire({ ...page, sujet, version: (await lire(de)).dite }, { dire, finir: () => undefined })
    return dits
  }
  const [dits, autres] = [await ecouter(seanceId), await ecouter(ailleurs)]
  const avant = await lire(seanceId)
  await monde.voter(lignes[0])
  const dit = await until('the vote', () => dits[0])
  const apres = await lire(seanceId)
  expect(dit).toMatchObject({ version: apres.dite, autres: [{ par: 'Dominique Essai', dit: 'Voté en séance' }] })
  expect(apres.dite).toBeGreaterThan(avant.dite)
  expect(apres.lignes.map(({ montantCents }) => montantCents)).toEqual([450_000n, null])
  expect([dits.length, autres.length]).toEqual([1, 0])
  await central.fermer()
})
