import type { Systeme } from '#domain/acces/acteur'
import { donnerLien as decider, DUREE_LIEN_MS, type RefusCompte } from '#domain/acces/compte'
import type { Agent } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { hashJeton, newJeton } from '#infra/jeton'
import { agirSurCompte, type CompteVise } from '#usecases/acces/agir-sur-compte'

/**
 * Gives a link by which its holder chooses a password, once, within seven days; the link given before opens nothing any more. The password in
 * use stays good until then. The `jeton` is given once and kept as a hash.
 */
export async function donnerLien(
  deps: Deps,
  acteur: Agent | Systeme,
  vise: CompteVise,
): Promise<Result<{ jeton: string }, RefusCompte>> {
  const jeton = newJeton()
  const answer = await agirSurCompte(deps, acteur, {
    ...vise,
    acte: 'donnerLien',
    decider,
    change: (_value, le) => ({
      activation: hashJeton(jeton),
      activationExpireLe: new Date(le.getTime() + DUREE_LIEN_MS),
    }),
  })
  return answer.ok ? ok({ jeton }) : answer
}
