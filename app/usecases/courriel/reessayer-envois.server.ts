import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { deplacerSonde, direReessai, lockExpedition } from '#infra/stores/courriel/expedition'

/** An officer does not wait for the hour of the next try: it comes now. `version` is the one their page was made from. Throws Conflict. */
export async function reessayerEnvois(
  { db, now }: Deps,
  agent: Agent,
  { version }: { version: number },
): Promise<Result<undefined, 'ENVOIS_PAS_SUSPENDUS'>> {
  requireDroit(agent, 'courriel.relancer')

  return db.$transaction(async (tx) => {
    const expedition = await lockExpedition(tx, 'UPDATE')
    if (!expedition.suspension) return no('ENVOIS_PAS_SUSPENDUS')
    if (expedition.version !== version) throw new Conflict('envois', 'envois')
    const le = now()
    await deplacerSonde(tx, le)
    await direReessai(tx, agent, le)
    return ok()
  })
}
