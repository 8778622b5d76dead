import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { ownDb } from '#support/own-db'
import { until } from '#support/until'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let web: { openSession: (agentId: string, request: Request) => Promise<string> }
let deps: { db: { $disconnect: () => Promise<void> } }
let agent: Agent

beforeAll(async () => {
  own = await ownDb()
  web = await import('#web/session')
  deps = (await import('#web/deps')).deps
  agent = await unAgent(own.db)
})
afterAll(async () => {
  await deps.db.$disconnect()
  await own.drop()
})

async function demander(suite: string, { de, accept, signal, enAttente }: Demande): Promise<unknown> {
  const { loader } = await import('../../../app/routes/bureau/evenements')
  const url = `http://mcei.exemple.test/evenements${suite}`
  const cookie = de ? ((await web.openSession(de.id, new Request(url))).split(';')[0] ?? '') : ''
  const request = new Request(url, { headers: { Cookie: cookie, Accept: accept ?? 'text/event-stream' }, signal })
  const args: LoaderFunctionArgs = { request, params: {}, context: { enAttente: enAttente ?? (() => 0) } }
  return loader(args).catch((refus: unknown) => refus)
}
type Demande = { de?: Agent; accept?: string; signal: AbortSignal; enAttente?: () => number }

const statut = (reponse: unknown) =>
  reponse instanceof Response ? reponse.status : (reponse as { init?: { status?: number } }).init?.status

test('without a session nobody is told anything, and who asks for no stream is given none', async () => {
  const { signal } = new AbortController()
  expect([401, 302]).toContain(statut(await demander('', { signal })))
  expect(statut(await demander('', { de: agent, accept: '*/*', signal }))).toBe(406)
})

/** What a stream has said so far. */
function lire(reponse: unknown) {
  if (!(reponse instanceof Response)) throw new Error('no stream')
  const vu = { texte: '', fini: false }
  const lecteur = reponse.body?.pipeThrough(new TextDecoderStream()).getReader()
  const suite = async (): Promise<void> => {
    const { done, value } = (await lecteur?.read()) ?? { done: true }
    vu.texte += value ?? ''
    if (done) vu.fini = true
    else await suite()
  }
  return { vu, fin: suite(), headers: reponse.headers }
}

test('a page is told what happens on its dossier until it goes, through proxies that would keep it', async () => {
  const { id, version } = await unDossier(own.db)
  const page = new AbortController()
  const { vu, fin, headers } = lire(
    await demander(`?sujet=dossier:${id}&version=${version}`, { de: agent, signal: page.signal }),
  )
  expect(headers.get('X-Accel-Buffering')).toBe('no')
  expect(headers.get('Content-Type')).toContain('text/event-stream')
  await until('the figures', () => vu.texte.includes('event: compteurs\ndata: {'))
  expect(await own.db.presence.count()).toBe(1)
  await affecterDossier({ db: own.db, now: () => new Date() }, agent, {
    dossierId: id,
    version,
    agentId: agent.id,
    message: '',
  })
  await until('the fact', () => vu.texte.includes(`event: fait\ndata: {"version":${version + 1}`))
  page.abort()
  await fin
  await until('nobody left', async () => (await own.db.presence.count()) === 0)
})

test('a browser that takes nothing is cut, not written to without end', async () => {
  const { signal } = new AbortController()
  const { vu, fin } = lire(await demander('', { de: agent, signal, enAttente: () => 1e9 }))
  await fin
  expect(vu).toEqual({ texte: '', fini: true })
})
