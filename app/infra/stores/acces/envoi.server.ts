import { randomUUID } from 'node:crypto'
import type { Agent } from '#domain/acces/droits'
import type { Db, Tx } from '#infra/db'

/** Thrown inside an act whose submission another run has already done, at the moment it would have been done twice. */
export class EnvoiDejaFait extends Error {
  constructor() {
    super('this submission is already done')
  }
}

/** The same agent, as who answers to this submission: the act keeps its key in its own transaction. */
export const quiRepond = (agent: Agent, cle: string): Agent => ({ ...agent, envoi: { cle, passage: randomUUID() } })

/**
 * Keeps, in the transaction of the act, that its submission is done. Two runs of one submission wait for one another here, and only the
 * first commits: the other is undone whole.
 */
export async function noterEnvoi(tx: Tx, { id, envoi }: Agent, le: Date): Promise<void> {
  if (!envoi) return
  const gardes = await tx.$executeRaw`
    INSERT INTO envoi_fait (cle, passage, agent_id, fait_le)
    VALUES (${envoi.cle}::uuid, ${envoi.passage}::uuid, ${id}::uuid, ${le})
    ON CONFLICT (cle) DO UPDATE SET passage = envoi_fait.passage WHERE envoi_fait.passage = EXCLUDED.passage`
  if (gardes === 0) throw new EnvoiDejaFait()
}

/** True when this submission of this agent is done. */
export const estFait = async (db: Db, agentId: string, cle: string): Promise<boolean> =>
  (await db.envoiFait.count({ where: { cle, agentId } })) > 0
