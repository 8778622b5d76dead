import type { Agent } from '#domain/acces/droits'
import { fermerCompteDemandeur, type RefusCompteDemandeur, rouvrirCompteDemandeur } from '#domain/demandeur/compte'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { agirSurDemandeur, type DemandeurVise } from '#usecases/demandeur/agir-sur-demandeur'

/** What is open, and a sign-in that waits for its code. */
async function finirSessions(tx: Tx, demandeurId: string) {
  await tx.sessionDemandeur.deleteMany({ where: { demandeurId } })
  await tx.etapeDeConnexion.deleteMany({ where: { demandeurId } })
}

/** Closes an account of the extranet: every session of it ends at once, its link opens nothing, and what the person did keeps their name. Throws Forbidden, NotFound, Conflict. */
export const fermerDemandeur = (
  deps: Deps,
  agent: Agent,
  vise: DemandeurVise,
): Promise<Result<true, RefusCompteDemandeur>> =>
  agirSurDemandeur(deps, agent, {
    ...vise,
    acte: 'fermerDemandeur',
    decider: fermerCompteDemandeur,
    change: { actif: false, activation: null, activationExpireLe: null },
    ensuite: finirSessions,
  })

/** Opens a closed account again, with the password it had. A session that began as it was closed does not come back. Throws Forbidden, NotFound, Conflict. */
export const rouvrirDemandeur = (
  deps: Deps,
  agent: Agent,
  vise: DemandeurVise,
): Promise<Result<true, RefusCompteDemandeur>> =>
  agirSurDemandeur(deps, agent, {
    ...vise,
    acte: 'rouvrirDemandeur',
    decider: rouvrirCompteDemandeur,
    change: { actif: true },
    ensuite: finirSessions,
  })
