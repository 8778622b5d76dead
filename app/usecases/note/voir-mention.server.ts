import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'

/** Whoever was named in a note says they have seen it; said twice, it is once. It is told to nobody, and written in no journal. */
export async function voirMention({ db, now }: Deps, agent: Agent, { noteId }: { noteId: string }): Promise<void> {
  await db.mention.updateMany({ where: { noteId, agentId: agent.id, vueLe: null }, data: { vueLe: now() } })
}
