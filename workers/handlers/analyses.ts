import { analyseDeCourriel, analyseDeModification, analyseDePiece, repriseDesAnalyses } from '#jobs/catalogue'
import { analyseDePieceEnLigne } from '#jobs/demandeur'
import { analyseDeLettreSignee } from '#jobs/lettre-signee'
import { analyseDeFichierDeBilan } from '#jobs/suites'
import { analyserFichierDeBilan, reprendreAnalysesDeBilans } from '#usecases/antivirus/analyser-fichier-de-bilan'
import { analyserCourriel, analyserPiece } from '#usecases/antivirus/analyser-fichiers'
import { analyserLettreSignee, reprendreAnalysesDeLettres } from '#usecases/antivirus/analyser-lettre-signee'
import { analyserModification } from '#usecases/antivirus/analyser-modification'
import { analyserPieceEnLigne, reprendreAnalysesEnLigne } from '#usecases/antivirus/analyser-piece-en-ligne'
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

export const analyserLettreSigneeHandler = defineHandler(analyseDeLettreSignee, {
  run: ({ lettreSigneeId }, deps) => analyserLettreSignee(deps, lettreSigneeId),
})

export const analyserFichierDeBilanHandler = defineHandler(analyseDeFichierDeBilan, {
  run: ({ fichierId }, deps) => analyserFichierDeBilan(deps, fichierId),
})

export const analyserPieceEnLigneHandler = defineHandler(analyseDePieceEnLigne, {
  run: ({ pieceId }, deps) => analyserPieceEnLigne(deps, pieceId),
})

export const reprendreAnalysesHandler = defineHandler(repriseDesAnalyses, {
  async run(_, { log, ...deps }) {
    const repris = await reprendreAnalyses(deps)
    const enLigne = await reprendreAnalysesEnLigne(deps)
    const lettres = await reprendreAnalysesDeLettres(deps)
    const bilans = await reprendreAnalysesDeBilans(deps)
    if (repris.pieces + repris.courriels + repris.modifications + enLigne + lettres + bilans > 0)
      log.info({ ...repris, enLigne, lettres, bilans }, 'files waited for a scan, promised anew')
  },
})
