import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import { preparer, type RefusPreparation, reprendrePreparation as reprendre } from '#domain/seance/liberation'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { A_NOTIFIER, claimSeance } from '#infra/stores/seance/seance'

type Vise = { id: string; version: number }

/**
 * Puts forward the mails of a séance, which this agent has read: someone else then lets them go. Nothing leaves. Throws Forbidden, NotFound,
 * Conflict.
 */
export async function preparerNotification(
  { db, now }: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<{ decisions: number }, RefusPreparation>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, vise)
    const decisions = await tx.ligneSeance.count({ where: { seanceId: seance.id, ...A_NOTIFIER } })
    const answer = preparer(seance, decisions)
    if (!answer.ok) return answer
    const le = now()
    const data = { prepareeParId: agent.id, prepareeLe: le }
    await tx.seance.update({ where: { id: seance.id }, data, select: { id: true } })
    const detail = { jour: seance.jour, decisions }
    await writeJournal(tx, agent, { acte: 'preparerNotification', objet: 'seance', objetId: seance.id, detail, le })
    return ok({ decisions })
  })
}

/** Takes that back: nobody lets anything of this séance go until it is put forward again. Throws Forbidden, NotFound, Conflict. */
export async function reprendrePreparation(
  { db, now }: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<undefined, 'PAS_PREPAREE'>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, vise)
    const answer = reprendre(seance.preparation)
    if (!answer.ok) return answer
    const data = { prepareeParId: null, prepareeLe: null }
    await tx.seance.update({ where: { id: seance.id }, data, select: { id: true } })
    const detail = { jour: seance.jour, prepareePar: seance.preparation?.par ?? '' }
    const { id: objetId } = seance
    await writeJournal(tx, agent, { acte: 'reprendrePreparation', objet: 'seance', objetId, detail, le: now() })
    return answer
  })
}
