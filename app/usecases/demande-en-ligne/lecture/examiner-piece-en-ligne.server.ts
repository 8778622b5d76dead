import { reglesDe } from '#domain/piece/regles-validite'
import { estNote, isProblemeLu, lireSignalements, type SignalementDePiece } from '#domain/piece/signalement'
import { signalerContenu } from '#domain/piece/signalement-texte'
import { lireGenre } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { attenduesDe } from '#infra/stores/demande-en-ligne/attendues'
import { lireDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { lire } from '#lecteurs/lecteurs'

/** What is said to an officer alone, to look with their own eyes, is left out. */
const ditAuDemandeur = (un: SignalementDePiece): SignalementDePiece =>
  un.probleme === 'SANS_SIGNATURE' ? { ...un, detail: `${un.detail.split('.')[0] ?? ''}.` } : un

/**
 * Reads the text of a file given for a demande that is not deposited, as that of a deposited one is read (`examinerPiece`), and keeps what it shows beside
 * what was seen at its reception: who gave it may still mend it. One that does not open, or was taken away or replaced meanwhile, is let be.
 */
export async function examinerPieceEnLigne({ db, storage, now }: DepsFichiers, pieceId: string): Promise<void> {
  const choisie = { where: { id: pieceId }, select: { cle: true, code: true, analyse: true, signalements: true, demandeEnLigneId: true } } // prettier-ignore
  const piece = await db.pieceEnLigne.findUnique(choisie)
  if (!piece) return
  const { cle, code } = piece
  const contenu = await lireFichierRecu(storage, piece)
  if (!contenu.ok) {
    if (contenu.reason === 'ABSENT' && (await db.pieceEnLigne.findUnique(choisie))?.cle === cle)
      throw new NotFound('fichier', cle)
    return
  }
  const demandeEnLigne = await lireDemande(db, piece.demandeEnLigneId)
  const { nom, sigle, siret, rna, genre } = demandeEnLigne.structure
  const attendue = (await attenduesDe(db, demandeEnLigne, now())).find((une) => une.code === code)
  const lue = await lire('textePiece', { contenu: contenu.value })
  const { type, lecture } = lue.ok ? lue.value : { type: 'inconnu' as const, lecture: { etat: 'ILLISIBLE' as const } }
  const lus = signalerContenu(lecture, {
    ...{ code, type, regles: reglesDe(code, attendue?.regles ?? null), annee: demandeEnLigne.campagne.annee },
    deposeLe: jourDeParis(now()),
    structure: { nom, sigle, rna, genre: lireGenre(genre), sirets: siret ? [siret] : [] },
  })
  const recus = lireSignalements(piece.signalements).filter(({ probleme }) => !isProblemeLu(probleme))
  const signalements = [...recus, ...lus.filter((un) => !estNote(un, code)).map(ditAuDemandeur)]
  await db.pieceEnLigne.updateMany({
    where: { id: pieceId, cle },
    data: { signalements },
  })
}
