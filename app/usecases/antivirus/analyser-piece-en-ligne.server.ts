import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { promettreLecture, promettreLectureDuContenu } from '#infra/stores/demande-en-ligne/lecture-de-piece'
import { analyser } from '#usecases/antivirus/analyser-fichiers'
import { reprendreAnalysesDe } from '#usecases/antivirus/reprendre-analyses'

/** Scans a file given for a demande that is being filled in, once; then promises its reading. What was replaced meanwhile is left alone. */
export async function analyserPieceEnLigne(deps: DepsAntivirus, pieceId: string): Promise<void> {
  const choisie = { where: { id: pieceId }, select: { cle: true, nomFichier: true, code: true, analyse: true, demandeEnLigneId: true } } // prettier-ignore
  const piece = await deps.db.pieceEnLigne.findUnique(choisie)
  if (piece?.analyse !== 'NON_ANALYSE') return
  const { cle, nomFichier, code, analyse, demandeEnLigneId } = piece
  try {
    await analyser(deps, cle, {
      noter: async (tx, data) => {
        const note = await tx.pieceEnLigne.updateMany({ where: { id: pieceId, cle, analyse }, data })
        if (note.count > 0 && data.analyse === 'SAIN') await promettreLectureDuContenu(tx, pieceId)
        return note
      },
      sujet: { objet: 'demande-en-ligne', objetId: demandeEnLigneId, detail: { fichier: nomFichier, piece: code } },
    })
  } catch (error) {
    const encore = await deps.db.pieceEnLigne.findUnique(choisie)
    if (!(error instanceof NotFound) || encore?.cle === cle) throw error
  }
}

/** Promises anew the scan of the files of demandes that wait for one. */
export const reprendreAnalysesEnLigne = (deps: DepsAntivirus): Promise<number> =>
  reprendreAnalysesDe(deps, 'PIECE_EN_LIGNE', (tx, id) => promettreLecture(tx, { id }))
