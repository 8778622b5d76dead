import { type Agent, requireDroit } from '#domain/acces/droits'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { dossierAVoir, vueOuverte } from '#infra/stores/demandeur/vue-du-demandeur'
import { lockDossier } from '#infra/stores/piece/piece'

/**
 * An officer opens what the structure of a dossier sees of it: the journal says so, once an hour for one officer. Nothing else changes. Throws Forbidden,
 * NotFound for a dossier that was not deposited on the extranet.
 */
export async function voirCommeLeDemandeur({ db, now }: DepsActe, agent: Agent, dossierId: string): Promise<void> {
  requireDroit(agent, 'dossier.lire')
  await db.$transaction(async (tx) => {
    await dossierAVoir(tx, dossierId)
    await lockDossier(tx, dossierId)
    const le = now()
    if (await vueOuverte(tx, { agentId: agent.id, dossierId, now: le })) return
    await writeJournal(tx, agent, { acte: 'voirCommeLeDemandeur', objet: 'dossier', objetId: dossierId, le })
  })
}
