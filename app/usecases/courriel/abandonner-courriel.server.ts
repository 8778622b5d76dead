import type { Agent } from '#domain/acces/droits'
import { abandonner, type RefusRetenue } from '#domain/courriel/depart'
import type { Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import type { Vise } from '#usecases/courriel/agir-sur-courriel'
import { agirSurRetenu } from '#usecases/courriel/agir-sur-retenu'

/** Gives up a courriel that the gate holds: nobody receives it, and what it told stays as it is. */
export const abandonnerCourriel = (deps: Deps, agent: Agent, vise: Vise): Promise<Result<undefined, RefusRetenue>> =>
  agirSurRetenu<undefined, RefusRetenue>(deps, agent, {
    ...vise,
    acte: 'abandonnerCourriel',
    verifier: abandonner,
    change: () => ({ etat: 'ANNULE' }),
    ensuite: () => Promise.resolve(),
  })
