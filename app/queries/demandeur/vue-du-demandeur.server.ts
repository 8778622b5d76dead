import { type Agent, requireDroit } from '#domain/acces/droits'
import type { Db } from '#infra/db'
import { dossierAVoir, vueOuverte } from '#infra/stores/demandeur/vue-du-demandeur'
import { lireSuivi } from '#queries/extranet/dossier-suivi'

/**
 * What the structure of a dossier sees of it, for an officer who opened it: read by the very query of the extranet, as a représentant légal, so that
 * nothing is told here before it is there. `suivi` is null until they say that they open it. Throws Forbidden, NotFound.
 */
export async function vueDuDemandeur(db: Db, agent: Agent, { dossierId, now }: { dossierId: string; now: Date }) {
  requireDroit(agent, 'dossier.lire')
  const { numero, objet } = await dossierAVoir(db, dossierId)
  const ouverte = await vueOuverte(db, { agentId: agent.id, objet: 'dossier', id: dossierId, now })
  return {
    numero,
    objet,
    suivi: ouverte ? await lireSuivi(db, { id: dossierId, role: 'REPRESENTANT_LEGAL', now }) : null,
  }
}
