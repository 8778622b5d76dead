import type { Agent } from '#domain/acces/droits'
import { agirSurCourriel, type Deps, type Vise } from '#usecases/agir-sur-courriel'

/** Takes back a courriel before its hour: nobody receives it, and the journal of what it is about says so. */
export const annulerCourriel = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurCourriel(deps, agent, { ...vise, acte: 'annulerCourriel', change: { etat: 'ANNULE' } })
