import type { Agent } from '#domain/acces/droits'
import type { RefusRelance } from '#domain/complement/relance'
import type { Result } from '#domain/result'
import { rappelDe } from '#emails/courriel-de-complement'
import { loadRelance } from '#infra/stores/complement/relance'
import type { DepsActe } from '#infra/deps'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireRelance, type Rappel } from '#usecases/complement/ecrire-relance'

/** Reminds a demandeur of what is still awaited (M05); refused when nothing is, or when it was done today already. */
export const relancerDossier = (deps: DepsActe, agent: Agent, vise: Vise): Promise<Result<Rappel, RefusRelance>> =>
  agirSurDossier<Rappel, RefusRelance>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) =>
      rappelDe(dossier, await loadRelance(tx, dossier, { now: le, redacteur: await loadRedacteur(tx, agent.id) })),
    ecrire: ({ tx, dossier, value, le }) =>
      ecrireRelance(tx, value, { acteur: agent, dossierId: dossier.id, le, partirLe: null }),
  })
