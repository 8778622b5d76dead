import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Tells who fills in a demande that the règlement it was ticked for has changed. */
export const annonceDeChangement = defineJob({
  name: 'reglement.annoncer',
  queue: 'entretien',
  payload: z.object({ changementId: z.uuid() }),
  attempts: 5,
  backoff: 10_000,
})
