import { type Agent, requireDroit } from '#domain/acces/droits'
import { estUnBudget } from '#domain/budget/lecture/lecture-gardee'
import { empechementControle } from '#domain/dossier/instruction'
import type { Completude } from '#domain/piece/completude'
import type { CodePiece } from '#domain/piece/piece'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { relireVersions } from '#infra/stores/budget/lecture-budget'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { promettreExamen } from '#infra/stores/piece/examen-piece'
import { A_CONTROLER, claimPiece, type PieceVisee, pieceVisee } from '#infra/stores/piece/piece'

export type RefusReconnaissance = 'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE' | 'CODE_INCHANGE' | 'PIECE_SANS_FICHIER'

/**
 * Says what a deposited file is. It then has to be looked at again: what was accepted as a RIB was not accepted as statuts.
 * The completeness follows in the same commit.
 */
export async function reconnaitrePiece(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, code, ...visee }: PieceVisee & { dossierId: string; code: CodePiece | null },
): Promise<Result<Completude, RefusReconnaissance>> {
  requireDroit(agent, 'dossier.instruire')

  return db.$transaction(async (tx) => {
    const { dossier, piece } = await pieceVisee(tx, dossierId, visee)
    const closed = empechementControle(dossier.etat)
    if (closed) return no(closed)
    if (!piece || piece.versions.length === 0) return no('PIECE_SANS_FICHIER')
    if (piece.code === code) return no('CODE_INCHANGE')

    const le = now()
    await claimVersion(tx, dossier)
    await claimPiece(tx, piece, { code, ...A_CONTROLER })
    await promettreExamen(tx, piece.id)
    if (estUnBudget(code)) await relireVersions(tx, piece.id)
    const completude = await rafraichirCompletude(tx, dossierId, le)
    await writeJournal(tx, agent, {
      acte: 'reconnaitrePiece',
      objet: 'dossier',
      objetId: dossierId,
      detail: { fichier: piece.versions[0]?.nomFichier ?? '', avant: piece.code, apres: code },
      le,
    })
    return ok(completude)
  })
}
