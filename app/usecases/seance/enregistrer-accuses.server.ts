import { type Agent, requireDroit } from '#domain/acces/droits'
import type { RefusExecutoire } from '#domain/seance/deliberation'
import type { Jour } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { numerosDesDeliberations } from '#infra/stores/seance/deliberations-nommees'
import { rendreExecutoire } from '#usecases/seance/deliberer'

/** A séance as it was shown, and the day that its délibération was received. */
export type AccuseVu = { id: string; version: number; executoireLe: Jour }

/** `CHANGEE`: somebody moved the séance since it was looked at. */
export type RefusDEnregistrement = RefusExecutoire | 'CHANGEE'

/** What came of the days of a file, by the numbers of their délibérations. */
export type AccusesEnregistres = { faites: string[]; refusees: { numero: string; reason: RefusDEnregistrement }[] }

async function enregistrer(deps: Deps, agent: Agent, vu: AccuseVu): Promise<RefusDEnregistrement | null> {
  try {
    const answer = await rendreExecutoire(deps, agent, vu)
    return answer.ok ? null : answer.reason
  } catch (error) {
    if (error instanceof Conflict || error instanceof NotFound) return 'CHANGEE'
    throw error
  }
}

/**
 * Writes down the days of a file that was looked at, each by the act of the page of its séance, with its own entry: one whose séance moved since is
 * refused alone, and the rest is written. Throws Forbidden.
 */
export async function enregistrerAccuses(
  deps: Deps,
  agent: Agent,
  vus: readonly AccuseVu[],
): Promise<AccusesEnregistres> {
  requireDroit(agent, 'seance.voter')
  const numeros = await numerosDesDeliberations(
    deps.db,
    vus.map(({ id }) => id),
  )
  const bilan: AccusesEnregistres = { faites: [], refusees: [] }
  // One after the other: an act holds the journal until its commit, and may not wait for the next séance meanwhile.
  for (const vu of vus) {
    const numero = numeros.get(vu.id) ?? ''
    const reason = await enregistrer(deps, agent, vu)
    if (reason) bilan.refusees.push({ numero, reason })
    else bilan.faites.push(numero)
  }
  return bilan
}
