import type { Agent } from '#domain/acces/droits'
import { type RefusRevocation, revoquerAvis } from '#domain/avis-expert/avis-expert'
import { ok, type Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { type AvisCharge, avisDuDossier } from '#infra/stores/avis-expert/avis-expert'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** Takes back the link of an expert: it opens nothing any more, at once. What they answered stays. Throws Forbidden, NotFound, Conflict. */
export const revoquerAvisExpert = (
  deps: DepsActe,
  agent: Agent,
  { avisId, ...vise }: Vise & { avisId: string },
): Promise<Result<AvisCharge, RefusRevocation>> =>
  agirSurDossier<AvisCharge, RefusRevocation>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx }) => {
      const avis = await avisDuDossier(tx, vise.dossierId, avisId)
      const answer = revoquerAvis(avis)
      return answer.ok ? ok(avis) : answer
    },
    ecrire: async ({ tx, value: { prenom, nom }, le }) => {
      await tx.avisDExpert.update({
        where: { id: avisId },
        data: { revoqueLe: le, revoqueParId: agent.id },
        select: { id: true },
      })
      await writeJournal(tx, agent, {
        ...{ acte: 'revoquerAvisExpert', objet: 'dossier', objetId: vise.dossierId, le },
        detail: { expert: `${prenom} ${nom}` },
      })
    },
  })
