import type { Systeme } from '#domain/acces/acteur'
import { CHAMPS_COMPTE, modifierCompte, type RefusCompte, type SaisieCompte } from '#domain/acces/compte'
import type { Agent } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { agirSurCompte, type CompteVise } from '#usecases/acces/agir-sur-compte'

/** Changes who somebody is, how they sign and what they may do; the journal tells each field before and after. */
export const modifierAgent = (
  deps: Deps,
  acteur: Agent | Systeme,
  { saisie, ...vise }: CompteVise & { saisie: SaisieCompte },
): Promise<Result<SaisieCompte, RefusCompte>> =>
  agirSurCompte(deps, acteur, {
    ...vise,
    acte: 'modifierAgent',
    decider: (compte, autres) => modifierCompte(compte, saisie, autres),
    change: (voulu) => voulu,
    detail: (voulu, avant) => ({
      differences: CHAMPS_COMPTE.filter((champ) => avant[champ] !== voulu[champ]).map((champ) => ({
        champ,
        avant: avant[champ],
        apres: voulu[champ],
      })),
    }),
  })
