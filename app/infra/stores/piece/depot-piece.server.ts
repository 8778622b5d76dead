import { estUnBudget } from '#domain/budget/lecture/lecture-gardee'
import { signalerDejaVu } from '#domain/piece/deja-vu'
import type { SignalementDePiece } from '#domain/piece/signalement'
import type { FichierModifie } from '#domain/portail/modification'
import type { Tx } from '#infra/db'
import { promiseJob } from '#infra/outbox'
import { promettreAnalysePiece } from '#infra/stores/antivirus/analyse'
import { examenDePiece, lectureDeBudget } from '#jobs/catalogue'
import { A_CONTROLER } from '#infra/stores/piece/piece'

/** The last file deposited under this label in this dossier. */
export const derniereVersion = (tx: Tx, dossierId: string, cleDepot: string) =>
  tx.pieceVersion.findFirst({
    where: { piece: { dossierId, cleDepot } },
    orderBy: { numero: 'desc' },
    select: { sha256: true },
  })

/** Enough to find a dossier of another structure behind those of the same one. */
const VUES = 20

/** The same bytes in another dossier, and what they mean for this one; null when nobody else holds them. */
export async function findDejaVu(tx: Tx, dossierId: string, sha256: string): Promise<SignalementDePiece | null> {
  const { structureId, campagne } = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { structureId: true, campagne: { select: { annee: true } } },
  })
  const vues = await tx.pieceVersion.findMany({
    where: { sha256, piece: { dossierId: { not: dossierId }, dossier: { numero: { not: null } } } },
    orderBy: [{ recueLe: 'asc' }, { id: 'asc' }],
    take: VUES,
    select: {
      piece: {
        select: { dossier: { select: { numero: true, structureId: true, campagne: { select: { annee: true } } } } },
      },
    },
  })
  const autres = vues.map(({ piece: { dossier } }) => ({ ...dossier, annee: dossier.campagne.annee }))
  return signalerDejaVu({ structureId, annee: campagne.annee }, autres)
}

/**
 * A file to become the version of a pièce. Its code is the guess from the label, kept only when the pièce is new: an officer may have said
 * otherwise of the first version.
 */
export type FichierDepose = Omit<FichierModifie, 'recuLe'> & { dossierId: string; lotId: string | null; le: Date }

/**
 * Adds a file to the pièce of its label, made if need be; the pièce is then to be looked at again, and its text to be read. Gives the
 * version's number.
 */
export async function addPieceVersion(
  tx: Tx,
  { dossierId, code, libelle, cleDepot, rang, le, ...fichier }: FichierDepose,
) {
  const { id: pieceId, code: nature } = await tx.piece.upsert({
    where: { dossierId_cleDepot: { dossierId, cleDepot } },
    create: { dossierId, cleDepot, code, libelle, rang },
    update: { libelle, rang, ...A_CONTROLER, version: { increment: 1 } },
    select: { id: true, code: true },
  })
  const last = await tx.pieceVersion.aggregate({ where: { pieceId }, _max: { numero: true } })
  const numero = (last._max.numero ?? 0) + 1
  const { id: versionId } = await tx.pieceVersion.create({
    data: { ...fichier, pieceId, numero, recueLe: le },
    select: { id: true },
  })
  await promettreAnalysePiece(tx, versionId)
  await promiseJob(tx, examenDePiece, { versionId })
  if (estUnBudget(nature)) await promiseJob(tx, lectureDeBudget, { versionId })
  return { pieceId, numero }
}
