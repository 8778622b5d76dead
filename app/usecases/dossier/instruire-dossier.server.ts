import type { Agent } from '#domain/acces/droits'
import type { DepsActe } from '#infra/deps'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { avancerDossier } from '#usecases/dossier/avancer-dossier'

/** Begins the examination of a complete dossier. */
export const instruireDossier = (deps: DepsActe, agent: Agent, vise: Vise) =>
  avancerDossier(deps, agent, { ...vise, acte: 'instruire' })
