import { type Bannette, peutRetirerVue } from '#domain/bannette/vue-enregistree'
import type { Agent } from '#domain/acces/droits'
import type { Db } from '#infra/db'

export type VueMontree = {
  id: string
  nom: string
  recherche: string
  version: number
  /** Who shares it; null for one of mine that I do not share. */
  partageePar: string | null
  peutRetirer: boolean
}

/** The views of a bannette that this agent may use: theirs, and those that others share, by name. */
export async function vuesEnregistrees(db: Db, agent: Agent, bannette: Bannette): Promise<VueMontree[]> {
  const vues = await db.vueEnregistree.findMany({
    where: { bannette, OR: [{ agentId: agent.id }, { partagee: true }] },
    select: {
      ...{ id: true, nom: true, recherche: true, version: true, partagee: true, agentId: true },
      agent: { select: { prenom: true, nom: true } },
    },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return vues.map(({ partagee, agentId, agent: qui, ...vue }) => ({
    ...vue,
    partageePar: partagee ? `${qui.prenom} ${qui.nom}` : null,
    peutRetirer: peutRetirerVue(agent, { agentId, partagee }),
  }))
}
