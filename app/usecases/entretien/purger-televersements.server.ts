import { GARDE_MS } from '#domain/demande-en-ligne/televersement'
import type { DepsFichiers } from '#infra/deps'
import { cleDeTeleversement } from '#infra/stores/demande-en-ligne/televersement'

/** Files of the extranet that nobody ended leave a day after the last of them came, and what was known of those that ended. `abandonnes` had bytes. */
export async function purgerTeleversements({
  db,
  storage,
  now,
}: DepsFichiers): Promise<{ televersements: number; abandonnes: number }> {
  const avant = new Date(now().getTime() - GARDE_MS)
  const partis = await db.$queryRaw<{ id: string; fini: boolean }[]>`
    DELETE FROM televersement WHERE recu_le < ${avant} RETURNING id::text, fini_le IS NOT NULL AS fini`
  const abandonnes = partis.filter(({ fini }) => !fini)
  for (const { id } of abandonnes) await storage.remove(cleDeTeleversement(id))
  return { televersements: partis.length, abandonnes: abandonnes.length }
}
