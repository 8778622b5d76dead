import { aUneLettre } from '#domain/dossier/lettre'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { voteDeDecision } from '#infra/stores/seance/seance'

/** What the letter of a decision is made from, as it was taken, and who took it, who follows it; null where no decision of the dossier has one. */
export async function decisionALettre(db: Db, dossierId: string) {
  const dossier = await loadDossier(db, dossierId)
  const { decision } = dossier
  if (!decision || !aUneLettre(dossier.etat)) return null
  const redacteur = decision.priseParId === null ? null : await loadRedacteur(db, decision.priseParId)
  const deliberation = (await voteDeDecision(db, decision))?.deliberation ?? null
  return { dossier, decision: { ...decision, deliberation }, datee: { le: decision.priseLe, redacteur } }
}
