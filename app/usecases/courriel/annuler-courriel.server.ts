import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { rendreARepondre } from '#infra/stores/courriel-recu/suite'
import { agirSurCourriel, type Vise } from '#usecases/courriel/agir-sur-courriel'
import { reprendreAvis } from '#usecases/pre-projet/reprendre-avis'

/** Takes back a courriel before its hour: nobody receives it, the avis it told was never given, and the mails it answered wait again. */
export const annulerCourriel = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurCourriel(deps, agent, {
    ...vise,
    acte: 'annulerCourriel',
    change: { etat: 'ANNULE' },
    ensuite: async (tx, { id, modele, preProjetId, cleUnique, le }) => {
      await rendreARepondre(tx, id)
      if (modele === 'avis_preprojet' && preProjetId) await reprendreAvis(tx, agent, { preProjetId, cleUnique, le })
    },
  })
