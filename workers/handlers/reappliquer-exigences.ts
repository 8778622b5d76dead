import { reapplicationDesExigences } from '#jobs/catalogue'
import { abandonnerReapplication, traiterReapplication } from '#usecases/campagne/traiter-reapplication'
import { defineHandler } from '../define-handler'

/** Gives the undecided dossiers of a campagne what is asked today; begun again, it goes on where it stopped. */
export const reappliquerExigencesHandler = defineHandler(reapplicationDesExigences, {
  run: ({ reapplicationId }, deps) => traiterReapplication(deps, reapplicationId),
  onDead: ({ reapplicationId }, motif, deps) => abandonnerReapplication(deps, reapplicationId, motif),
})
