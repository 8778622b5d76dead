import { type Agent, requireDroit } from '#domain/acces/droits'
import { ACTES_DE_LOT, type ActeDeLot, type ChampsDeLot, LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { addLignesSaisies, type LigneSaisie } from '#infra/stores/lot-actes/lot-actes'
import { examinerAussitot, promettreExamen, type RefusPreparation } from '#usecases/lot-actes/preparer-lot'

type Voulu = {
  acte: ActeDeLot
  champs: ChampsDeLot
  lignes: readonly LigneSaisie[]
  /** What concerns no dossier, in words. */
  rejets: readonly string[]
}

/**
 * Sets aside the dossiers of a lot, each with what is asked of it alone, and looks at what the act would do: nothing changes yet. A line that
 * is known to stay as it is says why, and is not tried. Throws Forbidden.
 */
export async function preparerParLigne(
  deps: Deps,
  agent: Agent,
  { acte, champs, lignes, rejets }: Voulu,
): Promise<Result<{ lotId: string }, RefusPreparation>> {
  requireDroit(agent, ACTES_DE_LOT[acte].droit)
  if (lignes.length > LIGNES_MAX) return no('TROP_DE_DOSSIERS', String(lignes.length))
  if (lignes.length + rejets.length === 0) return no('AUCUN_DOSSIER')
  const { lotId, tranches } = await deps.db.$transaction(async (tx) => {
    const le = deps.now()
    const { id } = await tx.lotActes.create({
      data: { acte, champs, parId: agent.id, creeLe: le, examenLe: le, parLigne: true, rejets: [...rejets] },
      select: { id: true },
    })
    await addLignesSaisies(tx, id, lignes)
    return { lotId: id, tranches: await promettreExamen(tx, id) }
  })
  await examinerAussitot(deps, tranches)
  return ok({ lotId })
}
