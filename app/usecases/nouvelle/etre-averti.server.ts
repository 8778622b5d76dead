import { type Agent, requireDroit } from '#domain/acces/droits'
import { DROIT_DE_SUIVRE } from '#domain/direct/fait'
import type { SujetDAbonnement } from '#domain/nouvelle/abonnement'
import type { Deps } from '#infra/deps'
import { existeSujet } from '#infra/stores/note/note'

/**
 * An officer asks to be told what others do on a dossier or a fiche, or not to be, whatever they own or wrote there. It is theirs alone: told to
 * nobody, and written in no journal. Throws NotFound, Forbidden.
 */
export async function etreAverti(
  { db }: Deps,
  agent: Agent,
  { sujet: { objet, id }, voulu }: { sujet: SujetDAbonnement; voulu: boolean },
): Promise<void> {
  requireDroit(agent, DROIT_DE_SUIVRE[objet])
  await db.$transaction(async (tx) => {
    await existeSujet(tx, objet === 'dossier' ? { dossierId: id } : { preProjetId: id })
    const cle = { objet, objetId: id, agentId: agent.id }
    await tx.abonnement.upsert({
      where: { objet_objetId_agentId: cle },
      create: { ...cle, voulu },
      update: { voulu },
    })
  })
}
