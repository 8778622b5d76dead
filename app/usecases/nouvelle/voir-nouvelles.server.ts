import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'

/**
 * An officer has looked at one of the things that happened (`entree`), or at all of them up to one (`jusqua`): what came since stays to be looked at.
 * Told to nobody, and written in no journal.
 */
export async function voirNouvelles(
  { db, now }: Deps,
  agent: Agent,
  vues: { entree: bigint } | { jusqua: bigint },
): Promise<void> {
  await db.nouvelle.updateMany({
    where: { agentId: agent.id, vueLe: null, entreeId: 'entree' in vues ? vues.entree : { lte: vues.jusqua } },
    data: { vueLe: now() },
  })
}
