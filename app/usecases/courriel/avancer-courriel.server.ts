import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import { agirSurCourriel, type Vise } from '#usecases/courriel/agir-sur-courriel'

/** Sends now a courriel that was to leave later. */
export const avancerCourriel = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurCourriel(deps, agent, {
    ...vise,
    acte: 'avancerCourriel',
    change: { partirLe: null },
    ensuite: (tx) => promiseJob(tx, envoiDeCourriel, { courrielId: vise.courrielId }),
  })
