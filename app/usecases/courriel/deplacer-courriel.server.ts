import type { Agent } from '#domain/acces/droits'
import { type RefusDepart, verifierDepart } from '#domain/courriel/depart'
import type { Deps } from '#infra/deps'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import { agirSurCourriel, type Vise } from '#usecases/courriel/agir-sur-courriel'

/** Gives another hour to a courriel that waits for its own. */
export const deplacerCourriel = (deps: Deps, agent: Agent, { partirLe, ...vise }: Vise & { partirLe: Date }) =>
  agirSurCourriel<RefusDepart>(deps, agent, {
    ...vise,
    acte: 'deplacerCourriel',
    verifier: (le) => verifierDepart(partirLe, le),
    change: { partirLe },
    detail: { partirLe: partirLe.toISOString() },
    ensuite: (tx) => promiseJob(tx, envoiDeCourriel, { courrielId: vise.courrielId }, partirLe),
  })
