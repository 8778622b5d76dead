import type { Demandeur } from '#domain/acces/acteur'
import { type RefusDeRemplir, verifierSaisie } from '#domain/demande-en-ligne/saisie'
import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { type DemandeChargee, marquerChangee, tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { retirerFichier } from '#infra/stores/deverrouillage/modification'

/**
 * Takes a file away from a demande that is not deposited, or from what waits beside the deposit since it was opened again: never from the deposit itself.
 * One that is no more there is taken away already. Throws NotFound.
 */
export async function retirerPiece(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { id, pieceId }: { id: string; pieceId: string },
): Promise<Result<undefined, RefusDeRemplir>> {
  const retiree = await db.$transaction(async (tx): Promise<Result<string | null, RefusDeRemplir>> => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const le = now()
    const permis = verifierSaisie(tenue.role, tenue, le)
    if (!permis.ok) return permis
    const cle = tenue.dossier
      ? await retirerFichier(tx, tenue.dossier.id, pieceId)
      : await retirerDuBrouillon(tx, tenue, pieceId)
    if (cle !== null) await marquerChangee(tx, id, le)
    return ok(cle)
  })
  if (!retiree.ok) return retiree
  if (retiree.value !== null) await storage.remove(retiree.value)
  return ok()
}

async function retirerDuBrouillon(tx: Tx, { pieces }: DemandeChargee, pieceId: string): Promise<string | null> {
  const piece = pieces.find((une) => une.id === pieceId)
  if (piece) await tx.pieceEnLigne.delete({ where: { id: piece.id }, select: { id: true } })
  return piece?.cle ?? null
}
