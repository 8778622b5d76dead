import type { Demandeur } from '#domain/acces/acteur'
import { type RefusDeRemplir, verifierSaisie } from '#domain/demande-en-ligne/depot'
import { ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { marquerChangee, tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'

/** Takes a file away from a demande that is not deposited. One that is no more there is taken away already. Throws NotFound. */
export async function retirerPiece(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { id, pieceId }: { id: string; pieceId: string },
): Promise<Result<undefined, RefusDeRemplir>> {
  const retiree = await db.$transaction(async (tx): Promise<Result<string | null, RefusDeRemplir>> => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const permis = verifierSaisie(tenue.role, tenue)
    if (!permis.ok) return permis
    const piece = tenue.pieces.find((une) => une.id === pieceId)
    if (!piece) return ok(null)
    await tx.pieceEnLigne.delete({ where: { id: piece.id }, select: { id: true } })
    await marquerChangee(tx, id, now())
    return ok(piece.cle)
  })
  if (!retiree.ok) return retiree
  if (retiree.value !== null) await storage.remove(retiree.value)
  return ok()
}
