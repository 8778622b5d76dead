import type { Signalement } from '#domain/piece/depot'
import type { Tx } from '#infra/db'
import { promettreAnalysePiece } from '#infra/stores/analyse'
import { A_CONTROLER } from '#infra/stores/piece'

/** The last file deposited under this label in this dossier. */
export const derniereVersion = (tx: Tx, dossierId: string, cleDepot: string) =>
  tx.pieceVersion.findFirst({
    where: { piece: { dossierId, cleDepot } },
    orderBy: { numero: 'desc' },
    select: { sha256: true },
  })

/** The number of another dossier that holds the same bytes, the first to have had them; null when there is none. */
export async function findVuAilleurs(tx: Tx, dossierId: string, sha256: string): Promise<string | null> {
  const vue = await tx.pieceVersion.findFirst({
    where: { sha256, piece: { dossierId: { not: dossierId } } },
    orderBy: [{ recueLe: 'asc' }, { id: 'asc' }],
    select: { piece: { select: { dossier: { select: { numero: true } } } } },
  })
  return vue?.piece.dossier.numero ?? null
}

export type FichierDepose = {
  dossierId: string
  lotId: string | null
  /** The guess from the label, kept only when the pièce is new: an officer may have said otherwise of the first version. */
  code: string | null
  libelle: string
  cleDepot: string
  rang: number
  nomFichier: string
  cle: string
  taille: number
  typeMime: string
  sha256: string
  signalements: Signalement[]
  le: Date
}

/** Adds a file to the pièce of its label, made if need be; the pièce is then to be looked at again. Gives the version's number. */
export async function addPieceVersion(
  tx: Tx,
  { dossierId, code, libelle, cleDepot, rang, le, ...fichier }: FichierDepose,
) {
  const { id: pieceId } = await tx.piece.upsert({
    where: { dossierId_cleDepot: { dossierId, cleDepot } },
    create: { dossierId, cleDepot, code, libelle, rang },
    update: { libelle, rang, ...A_CONTROLER, version: { increment: 1 } },
    select: { id: true },
  })
  const last = await tx.pieceVersion.aggregate({ where: { pieceId }, _max: { numero: true } })
  const numero = (last._max.numero ?? 0) + 1
  const { id } = await tx.pieceVersion.create({
    data: { ...fichier, pieceId, numero, recueLe: le },
    select: { id: true },
  })
  await promettreAnalysePiece(tx, id)
  return { pieceId, numero }
}
