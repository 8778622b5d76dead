import type { TypeContenu } from '#domain/piece/depot'
import { isProblemeLu } from '#domain/piece/signalement'
import { REGLES_DE_LECTURE, signalerContenu } from '#domain/piece/signalement-texte'
import type { LectureDePiece } from '#domain/piece/texte-de-piece'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { lire } from '#lecteurs/lecteurs'
import { loadPieceAExaminer, writeExamen } from '#infra/stores/piece/examen-piece'

/** A file that ends its reader: nothing is said of what it is, and it is looked at by a person. */
const INTERROMPUE: { type: TypeContenu; lecture: LectureDePiece } = { type: 'inconnu', lecture: { etat: 'ILLISIBLE' } }

/**
 * Reads the text of one deposited file and writes what it shows beside what was seen at its reception. A file that today's rules have read
 * is left alone, and so is one that waits for the antivirus, whose verdict promises this reading anew. A pièce named otherwise while it
 * was being read throws Conflict, and is read again.
 */
export async function examinerPiece({ db, storage }: DepsFichiers, versionId: string): Promise<void> {
  const piece = await loadPieceAExaminer(db, versionId)
  if (piece.examen === null || piece.examen >= REGLES_DE_LECTURE) return
  const contenu = await lireFichierRecu(storage, piece)
  if (!contenu.ok) {
    if (contenu.reason === 'VERROUILLE') await abandonnerExamen(db, versionId)
    if (contenu.reason === 'ABSENT') throw new NotFound('fichier', piece.cle)
    return
  }
  const lue = await lire('textePiece', { contenu: contenu.value })
  const { type, lecture } = lue.ok ? lue.value : INTERROMPUE
  const recus = piece.signalements.filter(({ probleme }) => !isProblemeLu(probleme))
  await writeExamen(db, piece, {
    signalements: [...recus, ...signalerContenu(lecture, { ...piece.faits, type })],
    examen: REGLES_DE_LECTURE,
  })
}

/** Nobody will try again: what was seen at its reception stays, and the file is not read again before the rules change. */
export async function abandonnerExamen(db: Db, versionId: string): Promise<void> {
  await db.pieceVersion.updateMany({ where: { id: versionId }, data: { examen: REGLES_DE_LECTURE } })
}
