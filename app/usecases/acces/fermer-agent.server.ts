import type { Systeme } from '#domain/acces/acteur'
import { fermerCompte, type RefusCompte, rouvrirCompte } from '#domain/acces/compte'
import type { Agent } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { agirSurCompte, type CompteVise } from '#usecases/acces/agir-sur-compte'

/** Closes an account: every session of it ends at once, its link opens nothing, and what the person did keeps their name. */
export const fermerAgent = (
  deps: Deps,
  acteur: Agent | Systeme,
  vise: CompteVise,
): Promise<Result<true, RefusCompte>> =>
  agirSurCompte(deps, acteur, {
    ...vise,
    acte: 'fermerAgent',
    decider: fermerCompte,
    change: () => ({ actif: false, activation: null, activationExpireLe: null }),
    ensuite: (tx, agentId) => tx.sessionAgent.deleteMany({ where: { agentId } }),
  })

/** Opens a closed account again, with the password it had. */
export const rouvrirAgent = (
  deps: Deps,
  acteur: Agent | Systeme,
  vise: CompteVise,
): Promise<Result<true, RefusCompte>> =>
  agirSurCompte(deps, acteur, {
    ...vise,
    acte: 'rouvrirAgent',
    decider: rouvrirCompte,
    change: () => ({ actif: true }),
  })
