import type { Agent } from '#domain/acces/droits'
import type { DecisionDemandee } from '#domain/dossier/decision'
import type { HorsSeance } from '#domain/dossier/vote-de-decision'
import type { Deps } from '#infra/deps'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { declarerHorsDelai, declarerIneligible } from '#usecases/dossier/declarer-irrecevable'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { retirerDossier } from '#usecases/dossier/retirer-dossier'

/** The act that this decision is, each with its own rule: one that has no act does not compile. */
export function prendreDecision(
  deps: Deps,
  agent: Agent,
  { voulue, ...vise }: Vise & { voulue: DecisionDemandee<HorsSeance> },
) {
  switch (voulue.acte) {
    case 'accorder':
      return accorderDossier(deps, agent, { ...vise, ...voulue })
    case 'refuser':
      return refuserDossier(deps, agent, { ...vise, ...voulue })
    case 'classerSansSuite':
      return classerSansSuite(deps, agent, { ...vise, ...voulue })
    case 'declarerHorsDelai':
      return declarerHorsDelai(deps, agent, { ...vise, ...voulue })
    case 'declarerIneligible':
      return declarerIneligible(deps, agent, { ...vise, ...voulue })
    case 'retirer':
      return retirerDossier(deps, agent, { ...vise, ...voulue })
  }
}
