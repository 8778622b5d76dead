import { type Agent, requireDroit } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'

/**
 * An agent asks for the mail of each working morning, or for no more. What happened before they ask is not told by it. Theirs alone: written in no
 * journal. Throws Forbidden.
 */
export async function reglerResume({ db }: Deps, agent: Agent, { voulu }: { voulu: boolean }): Promise<void> {
  requireDroit(agent, 'dossier.lire')
  await db.$transaction(async (tx) => {
    const { _max } = await tx.nouvelle.aggregate({ where: { agentId: agent.id }, _max: { entreeId: true } })
    await tx.agent.updateMany({
      where: { id: agent.id, resumeDuJour: !voulu },
      data: { resumeDuJour: voulu, ...(voulu && { resumeJusqua: _max.entreeId ?? 0n }) },
    })
  })
}
