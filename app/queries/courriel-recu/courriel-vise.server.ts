import type { Prisma } from '#prisma'

/** A mail by its id; `preProjetId`: the fiche it must be with, the first or another of it, when it is looked at from there. */
export type CourrielVise = { id: string; preProjetId?: string }

/** The mail a file came with, or the fiche whose mails it is among. */
export type CourrielDePiece = { id: string } | { preProjetId: string }

const avecLaFiche = (preProjetId: string): Prisma.CourrielRecuWhereInput => ({
  OR: [{ preProjetId }, { autres: { some: { preProjetId } } }],
})

/** For one row that its key finds: this condition alone would have every mail looked at. */
export const seulCourriel = ({ id, preProjetId }: CourrielVise): Prisma.CourrielRecuWhereInput =>
  preProjetId === undefined ? { id } : { id, ...avecLaFiche(preProjetId) }

/** The same for one file. */
export const seulePiece = (pieceId: string, courriel: CourrielDePiece): Prisma.PieceJointeWhereInput => ({
  id: pieceId,
  courrielRecu: 'id' in courriel ? courriel : avecLaFiche(courriel.preProjetId),
})
