import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { relanceDeLigne } from '#jobs/catalogue'

/** Sends a batch of reminders that was looked at: one job per dossier, once. Only who prepared it sends it. Throws NotFound. */
export async function lancerRelances(
  { db, now }: Deps,
  agent: Agent,
  relanceId: string,
): Promise<Result<{ dossiers: number }, 'DEJA_LANCEE'>> {
  requireDroit(agent, 'dossier.instruire')

  return db.$transaction(async (tx) => {
    const relance = await tx.relanceGroupee.findFirst({
      where: { id: relanceId, parId: agent.id },
      include: { lignes: { orderBy: { rang: 'asc' }, select: { dossierId: true } } },
    })
    if (!relance) throw new NotFound('relance', relanceId)
    const le = now()
    const { count } = await tx.relanceGroupee.updateMany({
      where: { id: relanceId, lanceeLe: null },
      data: { lanceeLe: le },
    })
    if (count === 0) return no('DEJA_LANCEE')
    for (const { dossierId } of relance.lignes) await promiseJob(tx, relanceDeLigne, { relanceId, dossierId })
    const detail = { dossiers: relance.lignes.length }
    await writeJournal(tx, agent, { acte: 'lancerRelances', objet: 'relance', objetId: relanceId, detail, le })
    return ok({ dossiers: relance.lignes.length })
  })
}
