import { estOuvrable } from '#domain/piece/antivirus'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { ouvertureActuelle } from '#infra/fichier-recu'
import type { Prisma } from '#prisma'

/** A file that may stand beside another: another version of it, or what another dossier of the structure holds under the same code. */
type PieceSemblable = {
  versionId: string
  nomFichier: string
  recueLe: Date
  /** The number of the version; null for the last one of another dossier. */
  version: number | null
  /** The dossier that holds it, when it is another one. */
  dossier: string | null
}

/** Files offered of each kind: a structure that asked more often is an exception. */
const OFFERTS = 6

const FICHIER = {
  id: true,
  numero: true,
  nomFichier: true,
  recueLe: true,
  analyse: true,
} as const satisfies Prisma.PieceVersionSelect

type Fichier = Prisma.PieceVersionGetPayload<{ select: typeof FICHIER }>

const seMontre = ({ analyse }: Pick<Fichier, 'analyse'>) => estOuvrable(ouvertureActuelle(analyse))

const semblable = ({ id, nomFichier, recueLe }: Fichier) => ({ versionId: id, nomFichier, recueLe })

type Visee = { dossierId: string; versionId: string }

/** The pièce that a version is of, and whose. Throws NotFound. */
async function pieceDe(db: Db, { dossierId, versionId }: Visee) {
  const vue = await db.pieceVersion.findFirst({
    where: { id: versionId, piece: { dossierId } },
    select: { piece: { select: { id: true, code: true, dossier: { select: { structureId: true } } } } },
  })
  if (!vue) throw new NotFound('piece', versionId)
  const { id, code, dossier } = vue.piece
  return { id, code, structureId: dossier.structureId }
}

/** The same pièce of the structure's other dossiers; none where it is not said which pièce it is. */
const ailleursDe = ({ code, structureId }: { code: string | null; structureId: string }, dossierId: string) =>
  ({
    code: code ?? { in: [] },
    dossier: { structureId, id: { not: dossierId }, numero: { not: null } },
  }) satisfies Prisma.PieceWhereInput

/**
 * What this version of a pièce can be compared with: its other versions, then the same pièce of the structure's other dossiers, the newest first.
 * Throws NotFound.
 */
export async function piecesSemblables(db: Db, visee: Visee): Promise<PieceSemblable[]> {
  const piece = await pieceDe(db, visee)
  const [versions, ailleurs] = await Promise.all([
    db.pieceVersion.findMany({
      where: { pieceId: piece.id, id: { not: visee.versionId } },
      orderBy: { numero: 'desc' },
      take: OFFERTS,
      select: FICHIER,
    }),
    db.piece.findMany({
      where: { ...ailleursDe(piece, visee.dossierId), versions: { some: {} } },
      orderBy: [{ dossier: { numero: 'desc' } }, { id: 'asc' }],
      take: OFFERTS,
      select: {
        dossier: { select: { numero: true } },
        versions: { orderBy: { numero: 'desc' }, take: 1, select: FICHIER },
      },
    }),
  ])
  return [
    ...versions.filter(seMontre).map((une) => ({ ...semblable(une), version: une.numero, dossier: null })),
    ...ailleurs.flatMap(({ versions: [derniere], dossier: { numero } }) =>
      derniere && seMontre(derniere) ? [{ ...semblable(derniere), version: null, dossier: numero }] : [],
    ),
  ]
}

/** One of them, and the dossier that holds it. Throws NotFound for what is not of this pièce, nor the same of another dossier of the structure. */
export async function pieceSemblable(db: Db, visee: Visee, de: string): Promise<Visee> {
  const piece = await pieceDe(db, visee)
  const trouvee = await db.pieceVersion.findFirst({
    where: { id: de, OR: [{ pieceId: piece.id }, { piece: ailleursDe(piece, visee.dossierId) }] },
    select: { piece: { select: { dossierId: true } } },
  })
  if (!trouvee) throw new NotFound('piece', de)
  return { dossierId: trouvee.piece.dossierId, versionId: de }
}
