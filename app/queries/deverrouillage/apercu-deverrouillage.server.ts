import { type Agent, requireDroit } from '#domain/acces/droits'
import type { Deverrouillage, Ouverture, RefusDeverrouillage } from '#domain/dossier/deverrouillage'
import { deverrouillerPour } from '#domain/dossier/ouverture'
import { ok, type Result } from '#domain/result'
import { type CourrielCompose, courrielDeDeverrouillage } from '#emails/courriel-de-dossier'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { inscriptionDe } from '#infra/stores/seance/seance'

export type Apercu = { deverrouillage: Deverrouillage; courriel: CourrielCompose | null }

/** The very mail this reopening would send, without opening anything. For those who may reopen. */
export async function apercuDeverrouillage(
  db: Db,
  agent: Agent,
  { dossierId, now, ...ouverture }: { dossierId: string; now: Date } & Ouverture,
): Promise<Result<Apercu, RefusDeverrouillage>> {
  requireDroit(agent, 'dossier.deverrouiller')
  const dossier = await loadDossier(db, dossierId)
  const inscription = await inscriptionDe(db, dossierId)
  const answer = deverrouillerPour(agent, { ...dossier, inscription }, { ouverture, now })
  if (!answer.ok) return answer
  const ecriture = { now, redacteur: await loadRedacteur(db, agent.id) }
  return ok({
    deverrouillage: answer.value,
    courriel: courrielDeDeverrouillage(dossier, answer.value, ecriture),
  })
}
