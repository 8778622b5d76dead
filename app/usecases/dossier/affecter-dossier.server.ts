import { type Agent, hasDroit } from '#domain/acces/droits'
import { estDecide } from '#domain/dossier/etat'
import type { RefusAffectation } from '#domain/dossier/instruction'
import { no, ok, type Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Suivi = { id: string; nom: string } | null

/** Gives the dossier to the agent who follows it, or to nobody (`agentId` null). Only somebody who may instruct can follow. */
export const affecterDossier = (
  deps: DepsActe,
  agent: Agent,
  { agentId, ...vise }: Vise & { agentId: string | null },
): Promise<Result<Suivi, RefusAffectation>> =>
  agirSurDossier<Suivi, RefusAffectation>(deps, agent, {
    ...vise,
    droit: 'dossier.affecter',
    decider: async ({ tx, dossier }) => {
      if (estDecide(dossier.etat)) return no('DECISION_DEJA_PRISE')
      if (dossier.agentId === agentId) return no('DEJA_AFFECTE')
      if (agentId === null) return ok(null)
      const suivi = await tx.agent.findUnique({ where: { id: agentId } })
      if (!suivi?.actif || !hasDroit(suivi, 'dossier.instruire')) return no('AGENT_INCONNU')
      return ok({ id: suivi.id, nom: `${suivi.prenom} ${suivi.nom}` })
    },
    change: (suivi) => ({ agentId: suivi?.id ?? null }),
    ecrire: async ({ tx, dossier, value, le }) => {
      const avant = dossier.agentId ? await tx.agent.findUnique({ where: { id: dossier.agentId } }) : null
      await writeJournal(tx, agent, {
        acte: 'affecter',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { avant: avant ? `${avant.prenom} ${avant.nom}` : null, apres: value?.nom ?? null },
        le,
      })
    },
  })
