import { analyserCourriel, analyserModification, analyserPiece, reprendreAnalyses } from '#jobs/catalogue'
import {
  analyserCourriel as analyserLeCourriel,
  analyserPiece as analyserLaPiece,
} from '#usecases/antivirus/analyser-fichiers'
import { analyserModification as analyserLaModification } from '#usecases/antivirus/analyser-modification'
import { reprendreAnalyses as reprendre } from '#usecases/antivirus/reprendre-analyses'
import { defineHandler } from '../define-handler'

/** A file whose scan died waits unopened, and `reprendreAnalysesHandler` promises it anew. */
export const analyserPieceHandler = defineHandler(analyserPiece, {
  run: ({ versionId }, deps) => analyserLaPiece(deps, versionId),
})

export const analyserCourrielHandler = defineHandler(analyserCourriel, {
  run: ({ courrielRecuId }, deps) => analyserLeCourriel(deps, courrielRecuId),
})

export const analyserModificationHandler = defineHandler(analyserModification, {
  run: ({ modificationId }, deps) => analyserLaModification(deps, modificationId),
})

export const reprendreAnalysesHandler = defineHandler(reprendreAnalyses, {
  async run(_, { log, ...deps }) {
    const repris = await reprendre(deps)
    if (repris.pieces + repris.courriels + repris.modifications > 0)
      log.info(repris, 'files waited for a scan, promised anew')
  },
})
