import type { Agent, Role } from '#domain/acces/droits'
import { type Db, lire } from '#infra/db'
import { agentDe } from '#infra/stores/acces/agent'
import { Prisma } from '#prisma'

type Lu = { id: string; nom: string; prenom: string; role: Role; courriel: string }

/** The agent of a session that has not ended, if the account is still open: both in one reading. `id` is the hash of the cookie's token. */
export async function agentDeSession(db: Db, id: string, now: Date): Promise<Agent | null> {
  const [lu] = await lire<Lu>(
    db,
    Prisma.sql`SELECT a.id, a.nom, a.prenom, a.role, a.courriel FROM session_agent s JOIN agent a ON a.id = s.agent_id
      WHERE s.id = ${id} AND s.expire_le > ${now} AND a.actif`,
  )
  return lu ? agentDe(lu) : null
}
