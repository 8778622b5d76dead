import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import {
  piecesAAnalyser,
  promettreLecture,
  promettreLectureDeBudget,
} from '#infra/stores/demande-en-ligne/lecture-de-piece'
import { analyser } from '#usecases/antivirus/analyser-fichiers'

/** Longer than the tries of a scan and their waits. */
const DELAI_MS = 2 * 60 * 60 * 1000
const JOUR_MS = 24 * 60 * 60 * 1000
const LIMITE = 500

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
        if (note.count > 0 && data.analyse === 'SAIN') await promettreLectureDeBudget(tx, { id: pieceId, code })
        return note
      },
      sujet: { objet: 'demande-en-ligne', objetId: demandeEnLigneId, detail: { fichier: nomFichier, piece: code } },
    })
  } catch (error) {
    const encore = await deps.db.pieceEnLigne.findUnique(choisie)
    if (!(error instanceof NotFound) || encore?.cle === cle) throw error
  }
}

/** Promises the scan of the files of demandes that wait for one, received before the antivirus was set or lost by the queue. */
export async function reprendreAnalysesEnLigne({ db, antivirus, now }: DepsAntivirus): Promise<number> {
  if (!antivirus) return 0
  const [depuis, veille] = [new Date(now().getTime() - DELAI_MS), new Date(now().getTime() - JOUR_MS)]
  return db.$transaction(async (tx) => {
    const pieces = await piecesAAnalyser(tx, { depuis, limite: LIMITE, veille })
    for (const { id } of pieces) await promettreLecture(tx, { id, code: '' })
    return pieces.length
  })
}
