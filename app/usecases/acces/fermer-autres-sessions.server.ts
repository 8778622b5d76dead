import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'

/** Ends every session of this agent but the one that asks; gives how many. Each is asked for its password again at its next page. */
export async function fermerAutresSessions(
  { db, now }: Deps,
  agent: Agent,
  { session }: { session: string },
): Promise<{ fermees: number }> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.sessionAgent.deleteMany({ where: { agentId: agent.id, id: { not: session } } })
    if (count > 0)
      await writeJournal(tx, agent, {
        acte: 'fermerSessions',
        objet: 'agent',
        objetId: agent.id,
        detail: { sessions: count },
        le: now(),
      })
    return { fermees: count }
  })
}
