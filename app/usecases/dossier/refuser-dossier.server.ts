import type { Agent } from '#domain/acces/droits'
import type { HorsSeance } from '#domain/dossier/vote-de-decision'
import type { Deps } from '#infra/deps'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { deciderDossier } from '#usecases/dossier/decider-dossier'

/** Refuses, as a vote of which no séance is kept here, with a ground of the list and its words for the demandeur. */
export const refuserDossier = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...voulue }: Vise & { motif: string; precision: string; vote: HorsSeance },
) => deciderDossier(deps, agent, { dossierId, version, voulue: { ...voulue, acte: 'refuser' } })
