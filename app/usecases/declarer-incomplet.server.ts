import type { Agent } from '#domain/acces/droits'
import type { Deps, Vise } from '#usecases/agir-sur-dossier'
import { avancerDossier } from '#usecases/avancer-dossier'

/** Says that pièces are absent or refused; refused when there is nothing to ask for. */
export const declarerIncomplet = (deps: Deps, agent: Agent, vise: Vise) =>
  avancerDossier(deps, agent, { ...vise, acte: 'declarerIncomplet' })
