import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agentDeSession } from '#infra/stores/acces/session'
import { sessionsAgent } from '#queries/acces/sessions-agent'
import { fermerAutresSessions } from '#usecases/acces/fermer-autres-sessions'
import { ownDb } from '#support/own-db'
import { unAgentEnBase } from '../workers/faits'

const NOW = new Date('2025-09-15T10:00:00Z')
const HEURE = 3_600_000

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

/** A session opened 3 hours ago, last seen so many hours ago. */
async function uneSession(agentId: string, navigateur: string, vueH = 0.1): Promise<string> {
  const id = randomUUID()
  const ilYA = (heures: number) => new Date(NOW.getTime() - heures * HEURE)
  await own.db.sessionAgent.create({
    data: { id, agentId, navigateur, creeLe: ilYA(3), vuLe: ilYA(vueH), expireLe: ilYA(-9) },
  })
  return id
}

test('an agent sees the sessions that still open something, and ends all of theirs but the one that asks', async () => {
  const [agent, autre] = [await unAgentEnBase(own.db, 'LECTEUR'), await unAgentEnBase(own.db, 'LECTEUR')]
  const session = await uneSession(agent.id, 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/144.0', 1)
  const ailleurs = await uneSession(agent.id, 'Mozilla/5.0 (Linux; Android 15) Chrome/141.0 Mobile Safari/537.36')
  await uneSession(agent.id, 'curl', 2.5)
  const dUnAutre = await uneSession(autre.id, 'curl')

  const vues = () => sessionsAgent(own.db, { agentId: agent.id, session, now: NOW })
  expect((await vues()).map(({ navigateur, courante }) => [navigateur, courante])).toEqual([
    ['Firefox sur Windows', true],
    ['Chrome sur Android', false],
  ])
  expect(JSON.stringify(await vues())).not.toContain(ailleurs)

  const deps = { db: own.db, now: () => NOW }
  expect(await fermerAutresSessions(deps, agent, { session })).toEqual({ fermees: 2 })
  expect(await agentDeSession(own.db, session, NOW)).toMatchObject({ id: agent.id })
  expect(await agentDeSession(own.db, ailleurs, NOW)).toBeNull()
  expect(await agentDeSession(own.db, dUnAutre, NOW)).toMatchObject({ id: autre.id })
  const journal = () => own.db.entreeJournal.findMany({ where: { acte: 'fermerSessions' } })
  expect(await journal()).toMatchObject([{ acteurId: agent.id, objetId: agent.id, detail: { sessions: 2 } }])

  expect(await fermerAutresSessions(deps, agent, { session })).toEqual({ fermees: 0 })
  expect(await journal()).toHaveLength(1)
})
