import { type Agent, requireDroit } from '#domain/acces/droits'
import type { PageVue } from '#domain/demandeur/vue-du-demandeur'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { demandeAidee } from '#infra/stores/demande-en-ligne/aide'
import { demandeATenir } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { dossierAVoir, vueOuverte } from '#infra/stores/demandeur/vue-du-demandeur'
import { lockDossier } from '#infra/stores/piece/piece'

/**
 * An officer opens one page of what the structure of a dossier sees of it: the journal says so, and which, once an hour for one officer. Nothing else
 * changes. Throws Forbidden, NotFound for a dossier that was not deposited on the extranet.
 */
export async function voirCommeLeDemandeur(
  { db, now }: DepsActe,
  agent: Agent,
  dossierId: string,
  page: PageVue,
): Promise<void> {
  requireDroit(agent, 'dossier.lire')
  await db.$transaction(async (tx) => {
    await dossierAVoir(tx, dossierId)
    await lockDossier(tx, dossierId)
    const le = now()
    if (await vueOuverte(tx, { agentId: agent.id, objet: 'dossier', id: dossierId, page, now: le })) return
    const vue = { acte: 'voirCommeLeDemandeur', objet: 'dossier', objetId: dossierId } as const
    await writeJournal(tx, agent, { ...vue, detail: { page }, le })
  })
}

/** The same of what is being filled in, where its structure asks for help. Throws Forbidden, NotFound for one on which it asks for none. */
export async function voirLaDemandeAidee({ db, now }: DepsActe, agent: Agent, id: string): Promise<void> {
  requireDroit(agent, 'dossier.instruire')
  await db.$transaction(async (tx) => {
    const tenue = await demandeATenir(tx, id)
    const le = now()
    await demandeAidee(tx, id, le)
    if (!tenue || (await vueOuverte(tx, { agentId: agent.id, objet: 'demande-en-ligne', id, page: 'SUIVI', now: le })))
      return
    await writeJournal(tx, agent, {
      acte: 'voirCommeLeDemandeur',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { campagne: tenue.campagne.code, structure: tenue.structure.nom },
      le,
    })
  })
}
