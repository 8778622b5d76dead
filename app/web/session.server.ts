import type { Agent } from '#domain/acces/droits'
import { agentDeSession } from '#infra/stores/acces/session'
import { deps } from '#web/deps'
import { temoinDe } from '#web/temoin'

const HEURE_MS = 60 * 60 * 1000

/**
 * An agent signs in once a day, for a working day and a bit, and again after two hours away (#domain/acces/attente-connexion). A demandeur has
 * another cookie and another table (#web/session-demandeur).
 */
const agents = temoinDe({
  cookie: 'mcei_session',
  path: '/',
  dureeMs: 12 * HEURE_MS,
  creer: (agentId, session) => deps.db.sessionAgent.create({ data: { ...session, agentId } }),
  finir: (id) => deps.db.sessionAgent.deleteMany({ where: { id } }),
})

/** Opens a session; gives the Set-Cookie header. */
export const openSession = agents.ouvrir

/** Ends the session of this request, on the server too; gives the header that clears the cookie. */
export const closeSession = agents.fermer

/** The id of the session of this request; empty for none. */
export const idDeSession = agents.id

/** The signed-in agent of this request, or null: the session and its agent in one reading. */
export async function findAgent(request: Request): Promise<Agent | null> {
  const session = await agents.id(request)
  return session ? agentDeSession(deps.db, session, deps.now()) : null
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
