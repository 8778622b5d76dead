import type { Db, Tx } from '#infra/db'

/** How an agent signs: name, quality and telephone, as their account has them today. */
export const loadSignataire = (tx: Tx | Db, agentId: string) =>
  tx.agent.findUniqueOrThrow({
    where: { id: agentId },
    select: { prenom: true, nom: true, qualite: true, telephone: true },
  })
