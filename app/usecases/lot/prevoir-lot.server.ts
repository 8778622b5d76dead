import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import type { ApercuGarde } from '#infra/stores/portail/apercu'
import type { loadLot } from '#infra/stores/portail/lot'
import { lireFichiers } from '#usecases/lot/fichiers-du-lot'
import { prevoirLivraison } from '#usecases/lot/prevoir-livraison'
import { progression } from '#usecases/lot/traiter-demandes'

/** Keeps on a lot what it would do, and waits for somebody to say so. Nothing else is written. */
export async function prevoirLot(
  deps: DepsFichiers,
  lot: Awaited<ReturnType<typeof loadLot>>,
): Promise<Result<object, 'ILLISIBLE'>> {
  const { db } = deps
  const { id, couverture, creeLe } = lot
  const { listing, archive } = await lireFichiers(deps, lot)
  if (!listing) return no('ILLISIBLE')
  const prevue = await prevoirLivraison(deps, {
    listing,
    archive,
    couverture,
    livreLe: creeLe,
    avancer: progression(db, id),
  })
  if (!prevue.ok) return prevue
  const { apercu, cible, base } = prevue.value
  const garde: ApercuGarde = { ...apercu, cible, base, fichier: listing.sha256 }
  await db.lot.updateMany({
    where: { id, etat: 'EN_COURS', confirmeLe: null },
    data: { etat: 'A_CONFIRMER', apercu: garde, version: { increment: 1 } },
  })
  return ok({})
}
