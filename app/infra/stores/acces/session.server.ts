import { INACTIVITE_MAX_H } from '#domain/acces/attente-connexion'
import type { Agent, Role } from '#domain/acces/droits'
import { type Db, lire } from '#infra/db'
import { agentDe } from '#infra/stores/acces/agent'
import { Prisma } from '#prisma'

type Lu = { id: string; nom: string; prenom: string; role: Role; courriel: string; estVue: boolean }

const MINUTE_MS = 60_000

/** A session says that it was seen at most this often, in ms. */
const PAS_VUE = 5 * MINUTE_MS

/**
 * The agent of a session that has not ended nor been left alone too long, if the account is still open: both in one reading. `id` is the hash
 * of the cookie's token.
 */
export async function agentDeSession(db: Db, id: string, now: Date): Promise<Agent | null> {
  const avant = (ms: number) => new Date(now.getTime() - ms)
  const [lu] = await lire<Lu>(
    db,
    Prisma.sql`SELECT a.id, a.nom, a.prenom, a.role, a.courriel, s.vu_le > ${avant(PAS_VUE)} AS "estVue"
      FROM session_agent s JOIN agent a ON a.id = s.agent_id
      WHERE s.id = ${id} AND s.expire_le > ${now} AND s.vu_le > ${avant(INACTIVITE_MAX_H * 60 * MINUTE_MS)} AND a.actif`,
  )
  if (lu && !lu.estVue) await db.sessionAgent.updateMany({ where: { id }, data: { vuLe: now } })
  return lu ? agentDe(lu) : null
}
