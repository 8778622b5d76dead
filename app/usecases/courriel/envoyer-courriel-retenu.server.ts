import type { Agent } from '#domain/acces/droits'
import { passerOutre } from '#domain/courriel/depart'
import type { Deps } from '#infra/deps'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import type { Vise } from '#usecases/courriel/agir-sur-courriel'
import { agirSurRetenu } from '#usecases/courriel/agir-sur-retenu'

/** Sends now a courriel that the gate holds, in spite of that reason: another one holds it again, until it too is accepted. */
export const envoyerCourrielRetenu = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurRetenu(deps, agent, {
    ...vise,
    acte: 'envoyerCourrielRetenu',
    verifier: passerOutre,
    change: (motif) => ({ etat: 'A_ENVOYER', motifsAcceptes: { push: motif }, partirLe: null, tentatives: 0 }),
    ensuite: (tx) => promiseJob(tx, envoiDeCourriel, { courrielId: vise.courrielId }),
  })
