import { cleUnique } from '#domain/courriel/courriel'
import { reprendre } from '#domain/courriel/reprise-decision'
import type { Db } from '#infra/db'

/** Whether the decision on this dossier can still be taken back, and when its mail leaves, null where it has no hour; null when it cannot. */
export async function repriseDossier(db: Db, dossierId: string, now: Date): Promise<{ jusquA: Date | null } | null> {
  const decision = await db.decision.findUnique({
    where: { dossierId },
    select: { id: true, etatAvant: true, reprenableA: true, verseCents: true },
  })
  if (!decision) return null
  const courriel = await db.courriel.findUnique({
    where: { cleUnique: cleUnique('decision', decision.id) },
    select: { etat: true, tentatives: true, partirLe: true },
  })
  if (!reprendre({ decision, courriel }, now).ok) return null
  const jusquA = courriel?.etat === 'RETENU' ? null : (courriel?.partirLe ?? decision.reprenableA)
  return { jusquA: jusquA && jusquA > now ? jusquA : null }
}
