import { type Agent, requireDroit } from '#domain/acces/droits'
import type { RefusLettre } from '#domain/dossier/lettre'
import type { Result } from '#domain/result'
import { lettreDuDossier } from '#emails/lettre-du-dossier'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { votesADire } from '#infra/stores/seance/a-dire'
import type { Interrompue } from '#lecteurs/lecteurs'
import { dessiner } from '#queries/dossier/lettre-dossier'

/**
 * The letter of a vote that is not told yet, as it would be if this agent let it go now: to be read, and given to nobody. Throws Forbidden, and
 * NotFound where this séance has nothing to tell of this dossier.
 */
export async function lettreVotee(
  db: Db,
  agent: Agent,
  { id, numero, now }: { id: string; numero: string; now: Date },
): Promise<Result<Uint8Array, RefusLettre | Interrompue>> {
  requireDroit(agent, 'seance.lire')
  const [{ votes }, redacteur] = await Promise.all([votesADire(db, { id, now, numero }), loadRedacteur(db, agent.id)])
  const [vote] = votes
  if (!vote) throw new NotFound('dossier', numero)
  const lettre = lettreDuDossier(vote.dossier, vote.decision, { le: now, redacteur })
  return dessiner(lettre ?? 'PAS_DE_DECISION', { ligneId: vote.ligneId })
}
