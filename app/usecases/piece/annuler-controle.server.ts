import { type Agent, requireDroit } from '#domain/acces/droits'
import { empechementControle, type EmpechementControle } from '#domain/dossier/instruction'
import type { Completude } from '#domain/piece/completude'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { claimPiece, type PieceVisee, pieceVisee, precedentDe } from '#infra/stores/piece/piece'

export type RefusAnnulationControle = EmpechementControle | 'RIEN_A_ANNULER'

/**
 * Gives a pièce back what it bore before its last controle or dispense: the verdict, its reason, who gave it and when. Aimed at the version
 * that controle made, so that nothing said since is undone with it; once done there is nothing more to undo. Throws Conflict.
 */
export async function annulerControle(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, ...visee }: PieceVisee & { dossierId: string },
): Promise<Result<Completude, RefusAnnulationControle>> {
  requireDroit(agent, 'dossier.instruire')

  return db.$transaction(async (tx) => {
    const { dossier, piece } = await pieceVisee(tx, dossierId, visee)
    const closed = empechementControle(dossier.etat)
    if (closed) return no(closed)
    const precedent = piece && precedentDe(piece)
    if (!precedent) return no('RIEN_A_ANNULER')

    const le = now()
    await claimVersion(tx, dossier)
    await claimPiece(tx, piece, precedent)
    const completude = await rafraichirCompletude(tx, dossierId, le)
    await writeJournal(tx, agent, {
      acte: 'annulerControle',
      objet: 'dossier',
      objetId: dossierId,
      detail: {
        piece: piece.code,
        fichier: piece.versions[0]?.nomFichier ?? null,
        avant: piece.controle,
        apres: precedent.controle,
        motif: precedent.motif,
        precision: precedent.precision,
      },
      le,
    })
    return ok(completude)
  })
}
