import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { agirSurRapprochement, type RapprochementVise } from '#usecases/fil-rouge/agir-sur-rapprochement'

/** This dossier is another project: the tie is not proposed again. */
export const ecarterRapprochement = (deps: Deps, agent: Agent, vise: RapprochementVise) =>
  agirSurRapprochement(deps, agent, { ...vise, acte: 'ecarter' })
