import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'

/** More than this is no longer looked at before it leaves. */
export const RELANCES_MAX = 500

export type RefusPreparation = 'AUCUN_DOSSIER' | 'TROP_DE_DOSSIERS'

/** Sets aside the dossiers of a batch of reminders, in the order given, to be looked at: nothing leaves yet. Unknown ids are left out. */
export async function preparerRelances(
  { db, now }: Deps,
  agent: Agent,
  dossierIds: readonly string[],
): Promise<Result<{ relanceId: string }, RefusPreparation>> {
  requireDroit(agent, 'dossier.instruire')
  const uniques = [...new Set(dossierIds)]
  if (uniques.length > RELANCES_MAX) return no('TROP_DE_DOSSIERS', String(uniques.length))

  return db.$transaction(async (tx) => {
    const connus = await tx.dossier.findMany({
      where: { id: { in: uniques }, numero: { not: null } },
      select: { id: true },
    })
    const connu = new Set(connus.map(({ id }) => id))
    const lignes = uniques.filter((id) => connu.has(id)).map((dossierId, rang) => ({ dossierId, rang }))
    if (lignes.length === 0) return no('AUCUN_DOSSIER')
    const { id } = await tx.relanceGroupee.create({
      data: { parId: agent.id, creeLe: now(), lignes: { createMany: { data: lignes } } },
      select: { id: true },
    })
    return ok({ relanceId: id })
  })
}
