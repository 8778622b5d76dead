import { z } from 'zod'
import { type CodePiece, CONTROLES } from '#domain/piece/piece'
import type { Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { type DossierCharge, loadDossier } from '#infra/stores/dossier/dossier'
import { Prisma } from '#prisma'

/** A deposited pièce, its version and its file as the officer's page showed them. */
export type PieceVisee = { pieceId: string; versionPiece: number }

export type PieceChargee = DossierCharge['pieces'][number]

/**
 * Makes the acts on the pièces of one dossier follow each other: an officer who goes fast sends the next one before the page
 * has heard of the last, and must not be told that somebody else acted.
 */
export async function lockDossier(tx: Tx, dossierId: string) {
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossierId}::uuid FOR UPDATE`
}

/**
 * The pièce an act is aimed at, by its id and the version seen (else Conflict), or by its code where no row holds it yet; then
 * `piece` is null. A code that somebody deposited or excused meanwhile is a Conflict too. The other acts on the dossier wait from here on.
 * Throws NotFound.
 */
export async function pieceVisee(
  tx: Tx,
  dossierId: string,
  visee: PieceVisee | { code: CodePiece },
): Promise<
  { dossier: DossierCharge } & ({ piece: PieceChargee; code: string | null } | { piece: null; code: CodePiece })
> {
  await lockDossier(tx, dossierId)
  const dossier = await loadDossier(tx, dossierId)
  if ('code' in visee) {
    if (dossier.pieces.some((p) => p.code === visee.code)) throw new Conflict('dossier', dossierId)
    return { dossier, piece: null, code: visee.code }
  }
  const piece = dossier.pieces.find((p) => p.id === visee.pieceId)
  if (!piece) throw new NotFound('piece', visee.pieceId)
  if (piece.version !== visee.versionPiece) throw new Conflict('dossier', dossierId)
  return { dossier, piece, code: piece.code }
}

/** Claims the pièce for this act: it must still be at the version the act was decided on, else Conflict. */
export async function claimPiece(
  tx: Tx,
  { id, version, dossierId }: Pick<PieceChargee, 'id' | 'version' | 'dossierId'>,
  change: Prisma.PieceUncheckedUpdateManyInput,
) {
  const { count } = await tx.piece.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('dossier', dossierId)
}

const Precedent = z.object({
  version: z.number().int(),
  controle: z.enum(CONTROLES),
  motif: z.string().nullable(),
  precision: z.string(),
  controleParId: z.uuid().nullable(),
  controleLe: z.iso.datetime().nullable(),
  dispenseDeId: z.uuid().nullable(),
})

type Controlee = Pick<
  PieceChargee,
  'version' | 'controle' | 'motif' | 'precision' | 'controleParId' | 'controleLe' | 'dispenseDeId'
>

/** What a controle takes the place of, with the version it makes; null is a pièce that no row holds yet, whose first version is 0. */
export function enPrecedent(piece: Controlee | null) {
  if (!piece) return { ...A_CONTROLER, version: 0 }
  const { controle, motif, precision, controleParId, controleLe, dispenseDeId } = piece
  const le = controleLe?.toISOString() ?? null
  return { controle, motif, precision, controleParId, controleLe: le, dispenseDeId, version: piece.version + 1 }
}

/** What gives the pièce back what its last controle took the place of, while nothing else has touched it since; else null. */
export function precedentDe(piece: PieceChargee) {
  const lu = Precedent.safeParse(piece.precedent)
  if (!lu.success || lu.data.version !== piece.version) return null
  const { version: _, controleLe, ...reste } = lu.data
  return { ...reste, controleLe: controleLe === null ? null : new Date(controleLe), precedent: Prisma.DbNull }
}

/** What a pièce bears before anybody has judged it, and again once it changed. */
export const A_CONTROLER = {
  controle: 'A_CONTROLER',
  motif: null,
  precision: '',
  controleParId: null,
  controleLe: null,
  dispenseDeId: null,
} as const
