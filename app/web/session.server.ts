import { createCookie } from '@remix-run/node'
import type { Agent } from '#domain/acces/droits'
import { getEnv } from '#infra/env'
import { hashJeton, newJeton } from '#infra/jeton'
import { agentDeSession } from '#infra/stores/acces/session'
import { deps } from '#web/deps'

const HEURE_MS = 60 * 60 * 1000

/**
 * Who signs in, and with what: no two share a cookie nor a table, so that what one holds opens nothing of another's. An agent signs in
 * once a day, for a working day and a bit, and again after two hours away (#domain/acces/attente-connexion).
 */
const AUDIENCES = {
  AGENT: { cookie: 'mcei_session', dureeMs: 12 * HEURE_MS, sessions: deps.db.sessionAgent },
}

const agents = AUDIENCES.AGENT

const isHttps = () => Boolean(getEnv().PUBLIC_URL?.startsWith('https:'))

const cookie = createCookie(agents.cookie, {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  secrets: [getEnv().SESSION_SECRET],
})

const tokenOf = async (request: Request): Promise<string | null> => {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'))
  return typeof value === 'string' && value.length > 0 ? value : null
}

/** Opens a session; gives the Set-Cookie header. */
export async function openSession(agentId: string, request: Request): Promise<string> {
  const token = newJeton()
  const vuLe = deps.now()
  const expireLe = new Date(vuLe.getTime() + agents.dureeMs)
  const navigateur = (request.headers.get('User-Agent') ?? '').slice(0, 300)
  await agents.sessions.create({ data: { id: hashJeton(token), agentId, expireLe, vuLe, navigateur } })
  return cookie.serialize(token, { expires: expireLe })
}

/** Ends the session of this request, on the server too; gives the header that clears the cookie. */
export async function closeSession(request: Request): Promise<string> {
  const token = await tokenOf(request)
  if (token) await agents.sessions.deleteMany({ where: { id: hashJeton(token) } })
  return cookie.serialize('', { maxAge: 0 })
}

/** The id of the session of this request; empty for none. */
export async function idDeSession(request: Request): Promise<string> {
  const token = await tokenOf(request)
  return token ? hashJeton(token) : ''
}

/** The signed-in agent of this request, or null: the session and its agent in one reading. */
export async function findAgent(request: Request): Promise<Agent | null> {
  const token = await tokenOf(request)
  return token ? agentDeSession(deps.db, hashJeton(token), deps.now()) : null
}

/** The agent of each request whose loaders run now: a request has one load context, and one cookie. */
const deLaRequete = new WeakMap<object, { cookie: string | null; agent: Promise<Agent | null> }>()

/** The same for all the loaders of one request: they ask once. */
export function findAgentOnce(request: Request, context: object): Promise<Agent | null> {
  const cookie = request.headers.get('Cookie')
  const connu = deLaRequete.get(context)
  if (connu?.cookie === cookie) return connu.agent
  const agent = findAgent(request)
  deLaRequete.set(context, { cookie, agent })
  return agent
}
