import type { Agent } from '#domain/acces/droits'
import { prolongerAvis, type RefusProlongation } from '#domain/avis-expert/avis-expert'
import { ok, type Result } from '#domain/result'
import { type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { type AvisCharge, avisDuDossier } from '#infra/stores/avis-expert/avis-expert'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireALExpert } from '#usecases/avis-expert/ecrire-a-l-expert'

/**
 * Gives an expert until a later day, and tells them so where their avis did not come; a link that had expired opens again. Throws Forbidden,
 * NotFound, Conflict.
 */
export const prolongerAvisExpert = (
  deps: DepsActe,
  agent: Agent,
  { avisId, jusquAu, ...vise }: Vise & { avisId: string; jusquAu: Jour },
): Promise<Result<AvisCharge, RefusProlongation>> =>
  agirSurDossier<AvisCharge, RefusProlongation>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, le }) => {
      const avis = await avisDuDossier(tx, vise.dossierId, avisId)
      const answer = prolongerAvis(avis, jusquAu, jourDeParis(le))
      return answer.ok ? ok({ ...avis, jusquAu: answer.value }) : answer
    },
    ecrire: async ({ tx, value: avis, le }) => {
      await tx.avisDExpert.update({
        where: { id: avisId },
        data: { jusquAu: toDate(avis.jusquAu) },
        select: { id: true },
      })
      if (avis.renduLe === null) await ecrireALExpert(tx, agent, avis, { genre: 'PROLONGATION', le, partirLe: null })
      await writeJournal(tx, agent, {
        ...{ acte: 'prolongerAvisExpert', objet: 'dossier', objetId: vise.dossierId, le },
        detail: { expert: `${avis.prenom} ${avis.nom}`, jusquAu: avis.jusquAu },
      })
    },
  })
