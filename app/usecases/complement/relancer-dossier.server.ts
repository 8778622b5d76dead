import type { Agent } from '#domain/acces/droits'
import type { RefusRelance } from '#domain/complement/relance'
import type { Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { loadSignataire } from '#infra/stores/acces/agent'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { apercuRelance, type Rappel } from '#queries/complement/apercu-relance'
import { ecrireRelance } from '#usecases/complement/ecrire-relance'

/** Reminds a demandeur of what is still awaited (M05); refused when nothing is, or when it was done today already. */
export const relancerDossier = (deps: Deps, agent: Agent, vise: Vise): Promise<Result<Rappel, RefusRelance>> =>
  agirSurDossier<Rappel, RefusRelance>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) =>
      apercuRelance(tx, dossier, { now: le, signataire: await loadSignataire(tx, agent.id) }),
    ecrire: ({ tx, dossier, value, le }) => ecrireRelance(tx, value, { acteur: agent, dossierId: dossier.id, le }),
  })
