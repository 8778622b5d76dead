import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { deciderDossier } from '#usecases/dossier/decider-dossier'

/** Says, without a vote, that a demande came after the last day, and tells the demandeur. */
export const declarerHorsDelai = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...voulue }: Vise & { precision: string },
) => deciderDossier(deps, agent, { dossierId, version, voulue: { ...voulue, acte: 'declarerHorsDelai' } })

/** Says, without a vote, that a demande is not one the campagne may help, on a ground that was signalled, and tells the demandeur. */
export const declarerIneligible = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...voulue }: Vise & { motif: string; precision: string },
) => deciderDossier(deps, agent, { dossierId, version, voulue: { ...voulue, acte: 'declarerIneligible' } })
