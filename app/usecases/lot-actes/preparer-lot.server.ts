import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  ACTES_DE_LOT,
  type ActeDeLot,
  type ChampsDeLot,
  EXAMEN_IMMEDIAT,
  LIGNES_MAX,
  tranchesDe,
} from '#domain/lot-actes/acte-de-lot'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { promiseJobs } from '#infra/outbox'
import { addLignes, rangsDe } from '#infra/stores/lot-actes/lot-actes'
import { examenDeTranche } from '#jobs/lot-actes'
import { examinerTranche, type Tranche } from '#usecases/lot-actes/examiner-tranche'

export type RefusPreparation = 'AUCUN_DOSSIER' | 'TROP_DE_DOSSIERS'

type Voulu = { acte: ActeDeLot; champs: ChampsDeLot; dossierIds: readonly string[] }

/** Promises that every line be looked at; gives what is to be looked at now, while the officer waits: nothing of a large lot. */
export async function promettreExamen(tx: Tx, lotId: string): Promise<Tranche[]> {
  const rangs = await rangsDe(tx, lotId, 'A_EXAMINER')
  const tranches = tranchesDe(rangs).map((tranche) => ({ lotId, tranche }))
  await promiseJobs(tx, examenDeTranche, tranches)
  return rangs.length <= EXAMEN_IMMEDIAT ? tranches : []
}

/** Looks at the lines now; the job that comes after finds nothing left. */
export async function examinerAussitot(deps: Deps, tranches: readonly Tranche[]): Promise<void> {
  for (const tranche of tranches) await examinerTranche(deps, tranche)
}

/**
 * Sets aside the dossiers of a lot, in the order given, and looks at what the act would do to each: nothing changes and nothing leaves
 * yet. What is no dossier, or not deposited, is left out.
 */
export async function preparerLot(
  deps: Deps,
  agent: Agent,
  { acte, champs, dossierIds }: Voulu,
): Promise<Result<{ lotId: string }, RefusPreparation>> {
  requireDroit(agent, ACTES_DE_LOT[acte].droit)
  const uniques = [...new Set(dossierIds)]
  if (uniques.length > LIGNES_MAX) return no('TROP_DE_DOSSIERS', String(uniques.length))

  const answer = await deps.db.$transaction(async (tx) => {
    const creeLe = deps.now()
    const examenLe = ACTES_DE_LOT[acte].lire(champs).ok ? creeLe : null
    const { id: lotId } = await tx.lotActes.create({
      data: { acte, champs, parId: agent.id, creeLe, examenLe },
      select: { id: true },
    })
    if ((await addLignes(tx, lotId, uniques)) === 0) {
      await tx.lotActes.delete({ where: { id: lotId }, select: { id: true } })
      return no('AUCUN_DOSSIER')
    }
    return ok({ lotId, tranches: examenLe ? await promettreExamen(tx, lotId) : [] })
  })
  if (!answer.ok) return answer
  await examinerAussitot(deps, answer.value.tranches)
  return ok({ lotId: answer.value.lotId })
}
