import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EnvoiDejaFait, noterEnvoi, quiRepond } from '#infra/stores/acces/envoi'
import { ownDb } from '#support/own-db'
import { unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let openSession: (agentId: string, request: Request) => Promise<string>
let fin: () => Promise<void>

beforeAll(async () => {
  own = await ownDb()
  openSession = (await import('#web/session')).openSession
  const { deps } = await import('#web/deps')
  fin = () => deps.db.$disconnect()
})
afterAll(async () => {
  await fin()
  await own.drop()
})

type Poste = { agentId: string | null; numero: string; accept?: string }

async function poster({ agentId, numero, accept = '*/*' }: Poste, champs: Record<string, string>) {
  const { action } = await import('../../../app/routes/bureau/dossiers.$numero')
  const url = `http://mcei.exemple.test/dossiers/${numero}`
  const Cookie = agentId ? ((await openSession(agentId, new Request(url))).split(';')[0] ?? '') : ''
  const request = new Request(url, {
    method: 'POST',
    body: new URLSearchParams(champs),
    headers: { Cookie, Accept: accept },
  })
  const args = { request, params: { numero }, context: {} } as unknown as ActionFunctionArgs
  const sort: unknown = await action(args).catch((thrown: unknown) => thrown)
  const lu = sort as { status?: number; init?: { status?: number }; data?: unknown }
  return { status: lu.status ?? lu.init?.status ?? 200, data: lu.data }
}

const affectations = (id: string) => own.db.entreeJournal.count({ where: { acte: 'affecter', objetId: id } })

const unPoste = async () => {
  const agent = await unAgent(own.db, 'INSTRUCTEUR')
  const dossier = await unDossier(own.db, { etat: 'COMPLET' })
  return { agent, dossier, poste: { agentId: agent.id, numero: dossier.numero ?? '' } }
}

test('an act whose answer was lost is done once, and its second answer says that it is done', async () => {
  const { dossier, poste } = await unPoste()
  const champs = { acte: 'affecter', version: '0', cleEnvoi: randomUUID() }
  expect((await poster(poste, champs)).status).toBe(302)
  expect((await poster(poste, champs)).status).toBe(302)
  expect(await affectations(dossier.id)).toBe(1)
  expect(await own.db.envoiFait.count({ where: { cle: champs.cleEnvoi } })).toBe(1)
})

test('two of the same submission at once: one does it, and both are told that it is done', async () => {
  const { dossier, poste } = await unPoste()
  const champs = { acte: 'affecter', version: '0', cleEnvoi: randomUUID() }
  const sorts = await Promise.all([poster(poste, champs), poster(poste, champs)])
  expect(sorts.map(({ status }) => status)).toEqual([302, 302])
  expect(await affectations(dossier.id)).toBe(1)
})

test('another submission of the same page is not the same act: it is told the conflict beside its words', async () => {
  const { agent, dossier, poste } = await unPoste()
  const champs = { acte: 'affecter', version: '0' }
  await poster(poste, { ...champs, cleEnvoi: randomUUID() })
  const second = await poster(poste, { ...champs, cleEnvoi: randomUUID() })
  expect(second).toMatchObject({
    status: 409,
    data: { soumission: { status: 'error' }, conflit: { acteur: `${agent.prenom} ${agent.nom}`, acte: 'affecter' } },
  })
  expect(await affectations(dossier.id)).toBe(1)
})

test('the key of another agent opens nothing', async () => {
  const { dossier, poste } = await unPoste()
  const autre = await unAgent(own.db, 'INSTRUCTEUR', 'Autre')
  const champs = { acte: 'affecter', version: '0', cleEnvoi: randomUUID() }
  await poster(poste, champs)
  const second = await poster({ ...poste, agentId: autre.id }, { ...champs, version: '1' })
  expect(second.status).not.toBe(302)
  expect(await affectations(dossier.id)).toBe(1)
})

test('a run of a submission that another has done is undone whole', async () => {
  const agent = await unAgent(own.db, 'INSTRUCTEUR')
  const cle = randomUUID()
  const [une, autre] = [quiRepond(agent, cle), quiRepond(agent, cle)]
  const noter = (qui: typeof une) => own.db.$transaction((tx) => noterEnvoi(tx, qui, new Date()))
  await noter(une)
  await noter(une)
  await expect(noter(autre)).rejects.toThrow(EnvoiDejaFait)
})

test('without a session a script is answered 401 and keeps its page; a browser is shown the sign-in', async () => {
  const { poste } = await unPoste()
  const champs = { acte: 'affecter', version: '0' }
  expect((await poster({ ...poste, agentId: null }, champs)).status).toBe(401)
  expect((await poster({ ...poste, agentId: null, accept: 'text/html,*/*' }, champs)).status).toBe(302)
})

test('a form sent by the browser itself to an address that only acts is answered by a page, never by data', async () => {
  const { action } = await import('../../../app/routes/bureau/messages')
  const { agent, dossier } = await unPoste()
  const url = 'http://mcei.exemple.test/messages'
  const Cookie = (await openSession(agent.id, new Request(url))).split(';')[0] ?? ''
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const CookieLecteur = (await openSession(lecteur.id, new Request(url))).split(';')[0] ?? ''
  const message = { intent: 'envoyer', dossierId: dossier.id, jeton: randomUUID(), corps: 'Merci.' }
  for (const [cookie, champs] of [
    [Cookie, message],
    [Cookie, { ...message, intent: 'apercu' }],
    [Cookie, { intent: 'rien' }],
    [Cookie, { ...message, dossierId: randomUUID() }],
    [CookieLecteur, message],
  ] as const) {
    const request = new Request(url, {
      method: 'POST',
      body: new URLSearchParams(champs),
      headers: { Cookie: cookie, Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    })
    const args = { request, params: {}, context: {} } as unknown as ActionFunctionArgs
    const sort: unknown = await action(args).catch((thrown: unknown) => thrown)
    expect(sort).toBeInstanceOf(Response)
    expect(sort).toMatchObject({ status: 302 })
  }
})
