import { examenDeTranche, traitementDeTranche } from '#jobs/lot-actes'
import { abandonnerExamen, examinerTranche } from '#usecases/lot-actes/examiner-tranche'
import { abandonnerTranche, traiterTranche } from '#usecases/lot-actes/traiter-tranche'
import { defineHandler } from '../define-handler'

/** Looks at what the act of a lot would do. */
export const examinerTrancheHandler = defineHandler(examenDeTranche, {
  run: (tranche, deps) => examinerTranche(deps, tranche),
  onDead: (tranche, motif, deps) => abandonnerExamen(deps, tranche, motif),
})

/** Does the act of a lot. */
export const traiterTrancheHandler = defineHandler(traitementDeTranche, {
  run: (tranche, deps) => traiterTranche(deps, tranche),
  onDead: (tranche, motif, deps) => abandonnerTranche(deps, tranche, motif),
})
