import { analyseDeCourriel, analyseDeModification, analyseDePiece, repriseDesAnalyses } from '#jobs/catalogue'
import { analyserCourriel, analyserPiece } from '#usecases/antivirus/analyser-fichiers'
import { analyserModification } from '#usecases/antivirus/analyser-modification'
import { reprendreAnalyses } from '#usecases/antivirus/reprendre-analyses'
import { defineHandler } from '../define-handler'

/** A file whose scan died waits unopened, and `reprendreAnalysesHandler` promises it anew. */
export const analyserPieceHandler = defineHandler(analyseDePiece, {
  run: ({ versionId }, deps) => analyserPiece(deps, versionId),
})

export const analyserCourrielHandler = defineHandler(analyseDeCourriel, {
  run: ({ courrielRecuId }, deps) => analyserCourriel(deps, courrielRecuId),
})

export const analyserModificationHandler = defineHandler(analyseDeModification, {
  run: ({ modificationId }, deps) => analyserModification(deps, modificationId),
})

export const reprendreAnalysesHandler = defineHandler(repriseDesAnalyses, {
  async run(_, { log, ...deps }) {
    const repris = await reprendreAnalyses(deps)
    if (repris.pieces + repris.courriels + repris.modifications > 0)
      log.info(repris, 'files waited for a scan, promised anew')
  },
})
