import { aUneLettre, type RefusLettre } from '#domain/dossier/lettre'
import type { Lettre } from '#emails/lettre'
import { lettreDuDossier } from '#emails/lettre-du-dossier'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { voteDeDecision } from '#infra/stores/seance/seance'

/** The words of the letter, from the decision as it was taken: who took it follows it, whom the campagne names signs it. */
export async function lettreDeLaDecision(db: Db, dossierId: string): Promise<Lettre | RefusLettre> {
  const dossier = await loadDossier(db, dossierId)
  const { decision } = dossier
  if (!decision || !aUneLettre(dossier.etat)) return 'PAS_DE_DECISION'
  const redacteur = decision.priseParId === null ? null : await loadRedacteur(db, decision.priseParId)
  const deliberation = (await voteDeDecision(db, decision))?.deliberation ?? null
  return (
    lettreDuDossier(dossier, { ...decision, deliberation }, { le: decision.priseLe, redacteur }) ?? 'PAS_DE_DECISION'
  )
}
