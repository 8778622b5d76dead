import type { CodePiece, MotifControle } from '#domain/piece/piece'
import { nomDePiece } from '#libelles/piece/piece'
import type { Tx } from '#infra/db'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { claimVersion, type DossierCharge } from '#infra/stores/dossier/dossier'
import { claimPiece, enPrecedent, type PieceChargee, type PieceVisee } from '#infra/stores/piece/piece'
import type { Prisma } from '#prisma'

type Visee = { dossier: DossierCharge } & ({ piece: PieceChargee } | { piece: null; code: CodePiece })

type Controle = Pick<Prisma.PieceUncheckedCreateInput, 'controle' | 'precision' | 'controleParId' | 'dispenseDeId'> & {
  controleLe: Date
  motif?: MotifControle | null
}

/**
 * Writes what an officer said of a pièce, on its row or on one made for it where nothing was deposited; what it bore is kept, to be given
 * back. Answers the completeness that follows, and the pièce as it now is. Throws Conflict.
 */
export async function ecrireControle(tx: Tx, visee: Visee, controle: Controle) {
  await claimVersion(tx, visee.dossier)
  const vue = await ecrirePiece(tx, visee, controle)
  return { ...(await rafraichirCompletude(tx, visee.dossier.id, controle.controleLe)), vue }
}

/** The pièce and the version this controle made of it: what an officer who thinks better of it aims at. */
async function ecrirePiece(tx: Tx, { dossier, ...visee }: Visee, controle: Controle): Promise<PieceVisee> {
  const precedent = enPrecedent(visee.piece)
  if (visee.piece) {
    await claimPiece(tx, visee.piece, { ...controle, precedent })
    return { pieceId: visee.piece.id, versionPiece: precedent.version }
  }
  const { code } = visee
  const sansDepot = { libelle: nomDePiece(code), cleDepot: `sans-depot/${code}`, rang: 999 }
  const { id, version } = await tx.piece.create({
    data: { ...controle, ...sansDepot, precedent, dossierId: dossier.id, code },
    select: { id: true, version: true },
  })
  return { pieceId: id, versionPiece: version }
}
