import { z } from 'zod'
import { defineJob } from '#jobs/contract'

const tranche = z.object({ lotId: z.uuid(), tranche: z.number().int().min(0) })

/** Looks at what the act of a lot would do to the dossiers of one slice. */
export const examenDeTranche = defineJob({
  name: 'lot-actes.examiner',
  queue: 'actes',
  payload: tranche,
  attempts: 8,
  backoff: 2_000,
})

/** Does the act of a lot on the dossiers of one slice. */
export const traitementDeTranche = defineJob({
  name: 'lot-actes.traiter',
  queue: 'actes',
  payload: tranche,
  attempts: 8,
  backoff: 2_000,
})
