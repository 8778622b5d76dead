import { lireGenre } from '#domain/structure/genre'
import type { Analyse } from '#domain/piece/antivirus'
import { reglesDe } from '#domain/piece/regles-validite'
import { lireSignalements, type SignalementDePiece } from '#domain/piece/signalement'
import type { FaitsDePiece } from '#domain/piece/signalement-texte'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { promiseJob } from '#infra/outbox'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { examenDePiece } from '#jobs/catalogue'

const VERSION = {
  id: true,
  numero: true,
  cle: true,
  lotId: true,
  recueLe: true,
  signalements: true,
  examen: true,
  analyse: true,
  piece: {
    select: {
      code: true,
      dossier: {
        select: {
          id: true,
          exigencesId: true,
          campagneId: true,
          deposeLe: true,
          donnees: true,
          campagne: { select: { annee: true } },
          structure: { select: { nom: true, sigle: true, siret: true, rna: true, genre: true } },
          depots: { orderBy: { numero: 'asc' }, take: 1, select: { lotId: true } },
        },
      },
    },
  },
} as const

const lire = (db: Db, id: string) => db.pieceVersion.findUnique({ where: { id }, select: VERSION })

type Lue = NonNullable<Awaited<ReturnType<typeof lire>>>

export type PieceAExaminer = {
  id: string
  cle: string
  examen: number | null
  analyse: Analyse
  code: string | null
  signalements: SignalementDePiece[]
  faits: Omit<FaitsDePiece, 'type'>
}

/** A number the form gives although its key is wrong is still how the structure calls itself. */
function siretsDe({ donnees, structure }: Lue['piece']['dossier']): string[] {
  const ecrit =
    typeof donnees === 'object' && donnees !== null && 'siret' in donnees && typeof donnees.siret === 'string'
      ? donnees.siret.replace(/\D/g, '')
      : ''
  return [...new Set([structure.siret ?? '', ecrit])].filter((siret) => siret.length === 14)
}

/** The day a file was deposited: that of the dossier for what came with it, that of its reception for what came later. */
function deposeLe({ numero, lotId, recueLe, piece: { dossier } }: Lue) {
  const avecLeDossier = numero === 1 && (dossier.depots.length === 0 || dossier.depots[0]?.lotId === lotId)
  return dossier.deposeLe && avecLeDossier ? fromDate(dossier.deposeLe) : jourDeParis(recueLe)
}

/** One deposited file with all that its text is compared with. Throws NotFound. */
export async function loadPieceAExaminer(db: Db, versionId: string): Promise<PieceAExaminer> {
  const version = await lire(db, versionId)
  if (!version) throw new NotFound('piece', versionId)
  const { code, dossier } = version.piece
  const attendues = code === null ? [] : await attenduesDuDossier(db, dossier)
  const { nom, sigle, genre, rna } = dossier.structure
  return {
    id: version.id,
    cle: version.cle,
    examen: version.examen,
    analyse: version.analyse,
    code,
    signalements: lireSignalements(version.signalements),
    faits: {
      code,
      regles: reglesDe(code ?? '', attendues.find((attendue) => attendue.code === code)?.regles ?? null),
      annee: dossier.campagne.annee,
      deposeLe: deposeLe(version),
      structure: { nom, sigle, genre: lireGenre(genre), rna, sirets: siretsDe(dossier) },
    },
  }
}

/** Writes what a reading found, unless the pièce was named otherwise or read by others meanwhile: then Conflict. */
export async function writeExamen(
  db: Db,
  { id, code, examen: vu }: Pick<PieceAExaminer, 'id' | 'code' | 'examen'>,
  { signalements, examen }: { signalements: SignalementDePiece[]; examen: number },
) {
  const { count } = await db.pieceVersion.updateMany({
    where: { id, examen: vu, piece: { code } },
    data: { signalements, examen },
  })
  if (count === 0) throw new Conflict('piece', id)
}

/** The file is something else than was thought: its text is read again by the rules of what it is. */
export async function promettreExamen(tx: Tx, pieceId: string) {
  const version = await tx.pieceVersion.findFirst({
    where: { pieceId },
    orderBy: { numero: 'desc' },
    select: { id: true },
  })
  if (!version) return
  await tx.pieceVersion.update({ where: { id: version.id }, data: { examen: 0 }, select: { id: true } })
  await promiseJob(tx, examenDePiece, { versionId: version.id })
}
