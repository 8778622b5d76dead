import type { Agent } from '#domain/acces/droits'
import type { HorsSeance } from '#domain/dossier/vote-de-decision'
import type { Deps } from '#infra/deps'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { deciderDossier } from '#usecases/dossier/decider-dossier'

/** Grants all or part of what was asked, as a vote of which no séance is kept here; less than asked is a partial grant, told as such. */
export const accorderDossier = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...voulue }: Vise & { montantCents: bigint; precision?: string; vote: HorsSeance },
) => deciderDossier(deps, agent, { dossierId, version, voulue: { ...voulue, acte: 'accorder' } })
