import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Scans the signed letter of a decision before it may be opened. */
export const analyseDeLettreSignee = defineJob({
  name: 'lettre-signee.analyser',
  queue: 'analyses',
  payload: z.object({ lettreSigneeId: z.uuid() }),
  attempts: 8,
  backoff: 15_000,
})
