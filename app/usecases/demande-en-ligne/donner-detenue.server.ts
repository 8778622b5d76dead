import type { Demandeur } from '#domain/acces/acteur'
import { no, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { demandeDuMembre } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { piecesDetenues } from '#infra/stores/piece/piece-detenue'
import { garderPiece, type RefusDePiece } from '#usecases/demande-en-ligne/donner-piece'

export type RefusDeDetenue = RefusDePiece | 'PIECE_NON_DETENUE'

/** `detenueId` is the file of the earlier dossier, as the page offered it. */
type Input = { id: string; code: string; detenueId: string }

/**
 * Gives for a pièce of a demande the file that an earlier dossier of the same structure holds, found CONFORME there (CRPA L114-8): its bytes are copied, so
 * that taking it away takes nothing from that dossier. PIECE_NON_DETENUE where it is offered no more. Throws NotFound, for a file of another structure too.
 */
export async function donnerDetenue(
  deps: DepsFichiers,
  demandeur: Demandeur,
  { id, code, detenueId }: Input,
): Promise<Result<{ signalements: string[] }, RefusDeDetenue>> {
  const { db, storage } = deps
  const { structureId, dossierId } = await demandeDuMembre(db, demandeur.id, id)
  const sienne = await db.pieceVersion.findFirst({
    where: { id: detenueId, piece: { dossier: { structureId } } },
    select: { id: true },
  })
  if (!sienne) throw new NotFound('version de pièce', detenueId)
  const offertes = await piecesDetenues(db, { id: dossierId, structureId, deposeLe: null })
  const offerte = offertes.find((une) => une.code === code && une.versionId === detenueId)
  if (!offerte) return no('PIECE_NON_DETENUE')
  const contenu = await lireFichierRecu(storage, offerte.fichier)
  if (!contenu.ok) return no('PIECE_NON_DETENUE')
  const { nomFichier } = offerte
  return garderPiece(deps, demandeur, { id, code, nomFichier, contenu: contenu.value, televersement: null })
}
