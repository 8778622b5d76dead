import { type Agent, requireDroit } from '#domain/acces/droits'
import { ACTES_DE_LOT, type ChampsDeLot, type RefusChamps } from '#domain/lot-actes/acte-de-lot'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { loadLot } from '#infra/stores/lot-actes/lot-actes'
import { examinerAussitot, promettreExamen } from '#usecases/lot-actes/preparer-lot'

type Vise = { lotId: string; version: number }

/**
 * Fills in what the act asks for, for all the lines of a lot that was not sent, and has them looked at anew. Throws NotFound, and
 * Conflict where the lot changed since the page was made.
 */
export async function reglerLot(
  deps: Deps,
  agent: Agent,
  { lotId, version, champs }: Vise & { champs: ChampsDeLot },
): Promise<Result<undefined, RefusChamps | 'DEJA_LANCE' | 'PAR_LIGNE'>> {
  const answer = await deps.db.$transaction(async (tx) => {
    const lot = await loadLot(tx, agent, lotId)
    requireDroit(agent, ACTES_DE_LOT[lot.acte].droit)
    if (lot.lanceLe) return no('DEJA_LANCE')
    if (lot.parLigne) return no('PAR_LIGNE')
    const lu = ACTES_DE_LOT[lot.acte].lire(champs)
    if (!lu.ok) return no(lu.reason)
    const { count } = await tx.lotActes.updateMany({
      where: { id: lotId, version, lanceLe: null },
      data: { champs, examenLe: deps.now(), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('lot', lotId)
    await tx.lotActesLigne.updateMany({
      where: { lotId },
      data: { etat: 'A_EXAMINER', motif: null, effet: '', courriels: 0, retenus: 0, destinataire: '' },
    })
    return ok(await promettreExamen(tx, lotId))
  })
  if (!answer.ok) return answer
  await examinerAussitot(deps, answer.value)
  return ok()
}
