import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { deciderDossier } from '#usecases/dossier/decider-dossier'

/** Writes down that the demandeur gives the demande up; a mail confirms it to them where the officer chose so. */
export const retirerDossier = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...voulue }: Vise & { precision: string; prevenir: boolean },
) => deciderDossier(deps, agent, { dossierId, version, voulue: { ...voulue, acte: 'retirer' } })
