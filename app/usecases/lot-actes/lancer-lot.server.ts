import { type Agent, requireDroit } from '#domain/acces/droits'
import { ACTES_DE_LOT, etapeDuLot, lancer, type RefusLancement, tranchesDe } from '#domain/lot-actes/acte-de-lot'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { promiseJobs } from '#infra/outbox'
import { comptesDuLot, loadLot, rangsDe } from '#infra/stores/lot-actes/lot-actes'
import { traitementDeTranche } from '#jobs/lot-actes'

/**
 * Sends a lot that was looked at: the lines that would change are promised to the workers, once. Only who prepared it sends it. Throws
 * NotFound, and Conflict where the lot changed since the page was made.
 */
export async function lancerLot(
  { db, now }: Deps,
  agent: Agent,
  { lotId, version }: { lotId: string; version: number },
): Promise<Result<{ dossiers: number }, RefusLancement>> {
  return db.$transaction(async (tx) => {
    const lot = await loadLot(tx, agent, lotId)
    requireDroit(agent, ACTES_DE_LOT[lot.acte].droit)
    const comptes = await comptesDuLot(tx, lotId)
    const answer = lancer(etapeDuLot(lot, comptes), comptes)
    if (!answer.ok) return answer
    const le = now()
    const { count } = await tx.lotActes.updateMany({
      where: { id: lotId, version, lanceLe: null },
      data: { lanceLe: le, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('lot', lotId)
    const rangs = await rangsDe(tx, lotId, 'PRETE')
    const tranches = tranchesDe(rangs).map((tranche) => ({ lotId, tranche }))
    await promiseJobs(tx, traitementDeTranche, tranches)
    const detail = { acteDeLot: lot.acte, dossiers: rangs.length, ecartes: comptes.ECARTEE }
    await writeJournal(tx, agent, { acte: 'lancerLot', objet: 'lot-actes', objetId: lotId, detail, le })
    return ok({ dossiers: rangs.length })
  })
}
