import { INACTIVITE_MAX_H } from '#domain/acces/attente-connexion'
import type { Agent, Role } from '#domain/acces/droits'
import { type Db, lire } from '#infra/db'
import { agentDe } from '#infra/stores/acces/agent'
import { Prisma } from '#prisma'

type Lu = { id: string; nom: string; prenom: string; role: Role; courriel: string; estVue: boolean }

const MINUTE_MS = 60_000

/** A session says that it was seen at most this often, in ms. */
const PAS_VUE = 5 * MINUTE_MS

const avant = (now: Date, ms: number) => new Date(now.getTime() - ms)

/** Session `s` has not ended nor been left alone too long, and the account of its agent `a` is open. */
const vit = (now: Date) =>
  Prisma.sql`s.expire_le > ${now} AND s.vu_le > ${avant(now, INACTIVITE_MAX_H * 60 * MINUTE_MS)} AND a.actif`

/**
 * The agent of a session that has not ended nor been left alone too long, if the account is still open: both in one reading. `id` is the hash
 * of the cookie's token.
 */
export async function agentDeSession(db: Db, id: string, now: Date): Promise<Agent | null> {
  const [lu] = await lire<Lu>(
    db,
    Prisma.sql`SELECT a.id, a.nom, a.prenom, a.role, a.courriel, s.vu_le > ${avant(now, PAS_VUE)} AS "estVue"
      FROM session_agent s JOIN agent a ON a.id = s.agent_id
      WHERE s.id = ${id} AND ${vit(now)}`,
  )
  if (lu && !lu.estVue) await db.sessionAgent.updateMany({ where: { id }, data: { vuLe: now } })
  return lu ? agentDe(lu) : null
}

/** The sessions among these that live, and the role their agent has now. Being told something is not asking for it: they are not seen. */
export async function sessionsVivantes(db: Db, ids: readonly string[], now: Date): Promise<Map<string, Role>> {
  const lues = await lire<{ id: string; role: Role }>(
    db,
    Prisma.sql`SELECT s.id, a.role FROM session_agent s JOIN agent a ON a.id = s.agent_id WHERE s.id = ANY(${[...ids]}) AND ${vit(now)}`,
  )
  return new Map(lues.map(({ id, role }) => [id, role]))
}
