import type { Agent } from '#domain/acces/droits'
import type { DepsActe } from '#infra/deps'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { deciderDossier } from '#usecases/dossier/decider-dossier'

/** Closes a dossier without a decision on its merits; a mail tells the demandeur where the officer chose so (docs/domaine.md § 8.1). */
export const classerSansSuite = (
  deps: DepsActe,
  agent: Agent,
  { dossierId, version, ...voulue }: Vise & { motif: string; precision?: string; prevenir: boolean },
) => deciderDossier(deps, agent, { dossierId, version, voulue: { ...voulue, acte: 'classerSansSuite' } })
