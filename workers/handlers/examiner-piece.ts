import { examenDePiece, reexamenDesPieces } from '#jobs/catalogue'
import { abandonnerExamen, examinerPiece } from '#usecases/piece/examiner-piece'
import { reexaminerPieces } from '#usecases/piece/reexaminer-pieces'
import { defineHandler } from '../define-handler'

/** Reads the text of one deposited file. One that rules of today have read is left alone. */
export const examinerPieceHandler = defineHandler(examenDePiece, {
  run: ({ versionId }, deps) => examinerPiece(deps, versionId),
  onDead: ({ versionId }, _, { db }) => abandonnerExamen(db, versionId),
})

export const reexaminerPiecesHandler = defineHandler(reexamenDesPieces, {
  async run(_, { log, ...deps }) {
    log.debug({ promises: await reexaminerPieces(deps) }, 'pièces to be read again')
  },
})
