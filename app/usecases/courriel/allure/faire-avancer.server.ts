import type { DepsEnvoi } from '#infra/deps'
import { groupesAttendus, libererSansGroupe, remplirGroupe } from '#infra/stores/courriel/allure'

/** Rows let go in one call; the next takes the rest. */
const LIMITE = 500

/**
 * The net under the turns: the places that a worker died with, or that an hour gives back, go to the oldest that wait for them; what waits for a
 * group that was taken away goes at once. Gives how many were called. Run twice, it calls nobody twice.
 */
export async function faireAvancer({ db, now, rythme }: DepsEnvoi): Promise<number> {
  let appeles = await db.$transaction((tx) => libererSansGroupe(tx, LIMITE))
  const groupes = await db.$transaction((tx) => groupesAttendus(tx))
  for (const groupe of groupes)
    appeles += await db.$transaction((tx) => remplirGroupe(tx, groupe, { le: now(), rythme }))
  return appeles
}
