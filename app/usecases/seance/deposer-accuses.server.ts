import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import {
  type AccuseJuge,
  type DeliberationNommee,
  jugerAccuses,
  type LigneDAccuse,
} from '#domain/seance/accuses-de-prefecture'
import { jourDeParis } from '#domain/temps/jour'
import type { DepsFichiers } from '#infra/deps'
import { deliberationsNommees } from '#infra/stores/seance/deliberations-nommees'
import { lireTableauDepose } from '#lecteurs/tableau-depose'

/** `ILLISIBLE`: `detail` is the sentence to show. */
export type RefusDAccuses = 'AUCUNE_LIGNE' | 'ILLISIBLE'

const nommees = (lues: readonly LigneDAccuse[]) => lues.flatMap(({ deliberation }) => deliberation ?? [])

/**
 * Looks at a file of acknowledgements of the préfecture: a reader reads its bytes, and each of its rows says the day that would be written of which
 * délibération, or why none would. Nothing is written. Throws Forbidden.
 */
export async function deposerAccuses(
  deps: DepsFichiers,
  agent: Agent,
  { nom, cle }: { nom: string; cle: string },
): Promise<Result<AccuseJuge[], RefusDAccuses>> {
  requireDroit(agent, 'seance.voter')
  const lue = await lireTableauDepose('accuses', deps, { nom, cle })
  if (!lue.ok) return lue
  if (lue.value.length === 0) return no('AUCUNE_LIGNE')
  const parNumero: ReadonlyMap<string, DeliberationNommee> = await deliberationsNommees(deps.db, nommees(lue.value))
  return ok(jugerAccuses(lue.value, parNumero, jourDeParis(deps.now())))
}
