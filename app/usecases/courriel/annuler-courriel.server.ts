import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { agirSurCourriel, type Vise } from '#usecases/courriel/agir-sur-courriel'
import { reprendreAvis } from '#usecases/pre-projet/reprendre-avis'

/** Takes back a courriel before its hour: nobody receives it, and the avis it told was never given. */
export const annulerCourriel = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurCourriel(deps, agent, {
    ...vise,
    acte: 'annulerCourriel',
    change: { etat: 'ANNULE' },
    ensuite: async (tx, { modele, preProjetId, cleUnique, le }) => {
      if (modele === 'avis_preprojet' && preProjetId) await reprendreAvis(tx, agent, { preProjetId, cleUnique, le })
    },
  })
