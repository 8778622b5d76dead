import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { agirSurRapprochement, type RapprochementVise } from '#usecases/fil-rouge/agir-sur-rapprochement'

/** What was said of a tie is taken back: it waits for an answer again. */
export const retablirRapprochement = (deps: Deps, agent: Agent, vise: RapprochementVise) =>
  agirSurRapprochement(deps, agent, { ...vise, acte: 'retablir' })
