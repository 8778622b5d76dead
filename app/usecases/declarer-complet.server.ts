import type { Agent } from '#domain/acces/droits'
import type { Deps, Vise } from '#usecases/agir-sur-dossier'
import { avancerDossier } from '#usecases/avancer-dossier'

/** Says that every pièce asked for is there and was accepted; refused while one is not, or while the demandeur writes. */
export const declarerComplet = (deps: Deps, agent: Agent, vise: Vise) =>
  avancerDossier(deps, agent, { ...vise, acte: 'declarerComplet' })
