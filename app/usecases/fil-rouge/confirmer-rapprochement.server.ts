import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { agirSurRapprochement, type RapprochementVise } from '#usecases/fil-rouge/agir-sur-rapprochement'

/** This dossier is the project that this fiche announced. */
export const confirmerRapprochement = (deps: Deps, agent: Agent, vise: RapprochementVise) =>
  agirSurRapprochement(deps, agent, { ...vise, acte: 'confirmer' })
