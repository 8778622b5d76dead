import { examinerPiece, reexaminerPieces } from '#jobs/catalogue'
import { abandonnerExamen, examinerPiece as examiner } from '#usecases/piece/examiner-piece'
import { reexaminerPieces as reexaminer } from '#usecases/piece/reexaminer-pieces'
import { defineHandler } from '../define-handler'

/** Reads the text of one deposited file. One that rules of today have read is left alone. */
export const examinerPieceHandler = defineHandler(examinerPiece, {
  run: ({ versionId }, deps) => examiner(deps, versionId),
  onDead: ({ versionId }, _, { db }) => abandonnerExamen(db, versionId),
})

export const reexaminerPiecesHandler = defineHandler(reexaminerPieces, {
  async run(_, { log, ...deps }) {
    log.debug({ promises: await reexaminer(deps) }, 'pièces to be read again')
  },
})
