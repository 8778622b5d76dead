import type { Agent, Role } from '#domain/acces/droits'
import type { Db, Tx } from '#infra/db'

type RowAgent = { id: string; nom: string; prenom: string; role: Role; courriel: string }

/** The agent of a row of their table. */
export const agentDe = ({ id, nom, prenom, role, courriel }: RowAgent): Agent => ({
  type: 'AGENT',
  id,
  nom,
  prenom,
  role,
  courriel,
})

/** How an agent signs: name, quality and telephone, as their account has them today (#domain/courriel/signature). */
export const loadRedacteur = (tx: Tx | Db, agentId: string) =>
  tx.agent.findUniqueOrThrow({
    where: { id: agentId },
    select: { prenom: true, nom: true, qualite: true, telephone: true },
  })
