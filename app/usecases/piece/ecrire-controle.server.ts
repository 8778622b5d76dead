import type { CodePiece, MotifControle } from '#domain/piece/piece'
import { nomDePiece } from '#libelles/piece/piece'
import type { Tx } from '#infra/db'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { claimVersion, type DossierCharge } from '#infra/stores/dossier/dossier'
import { claimPiece, type PieceChargee } from '#infra/stores/piece/piece'
import type { Prisma } from '#prisma'

type Visee = { dossier: DossierCharge } & ({ piece: PieceChargee } | { piece: null; code: CodePiece })

type Controle = Pick<Prisma.PieceUncheckedCreateInput, 'controle' | 'precision' | 'controleParId' | 'dispenseDeId'> & {
  controleLe: Date
  motif?: MotifControle | null
}

/**
 * Writes what an officer said of a pièce, on its row or on one made for it where nothing was deposited, and gives the completeness that
 * follows. Throws Conflict.
 */
export async function ecrireControle(tx: Tx, visee: Visee, controle: Controle) {
  const { dossier } = visee
  await claimVersion(tx, dossier)
  if (visee.piece) await claimPiece(tx, visee.piece, controle)
  else {
    const { code } = visee
    const sansDepot = { libelle: nomDePiece(code), cleDepot: `sans-depot/${code}`, rang: 999 }
    await tx.piece.create({ data: { ...controle, ...sansDepot, dossierId: dossier.id, code } })
  }
  return rafraichirCompletude(tx, dossier.id, controle.controleLe)
}
