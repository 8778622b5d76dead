import { generationDeRapport } from '#jobs/catalogue'
import { abandonnerRapport, produireRapport } from '#usecases/rapport/produire-rapport'
import { defineHandler } from '../define-handler'

/** Builds the workbook of one rapport. */
export const genererRapportHandler = defineHandler(generationDeRapport, {
  run: ({ rapportId }, deps) => produireRapport(deps, rapportId),
  onDead: ({ rapportId }, motif, deps) => abandonnerRapport(deps, rapportId, motif),
})
