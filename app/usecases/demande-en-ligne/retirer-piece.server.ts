import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { peutRetirer } from '#domain/demande-en-ligne/place-de-fichier'
import { type RefusDeRemplir, verifierSaisie } from '#domain/demande-en-ligne/saisie'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { type DemandeChargee, marquerChangee, tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { retirerFichier } from '#infra/stores/deverrouillage/modification'

export type RefusDeRetirer = RefusDeRemplir | 'FICHIER_CHANGE'

/**
 * Takes a file away from a demande that is not deposited, or from what waits beside the deposit since it was opened again: never from the deposit itself.
 * `vue` is the file as it was shown (`vueDeFichier`): FICHIER_CHANGE where another took its place since, or where it is somebody else’s and nothing says that
 * it was seen. One that is no more there is taken away already. Throws NotFound.
 */
export async function retirerPiece(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { id, pieceId, vue = '' }: { id: string; pieceId: string; vue?: string },
): Promise<Result<undefined, RefusDeRetirer>> {
  const retiree = await db.$transaction(async (tx): Promise<Result<string | null, RefusDeRetirer>> => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const le = now()
    const permis = verifierSaisie(tenue.role, tenue, le)
    if (!permis.ok) return permis
    const piece = tenue.pieces.find((une) => une.id === pieceId)
    if (piece && !peutRetirer(piece, { vue, par: nomDActeur(demandeur) })) return no('FICHIER_CHANGE')
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
