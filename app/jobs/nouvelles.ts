import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Writes to who asked for it what happened that they have not looked at; finds its own work, on working days. */
export const resumeDesNouvelles = defineJob({
  name: 'nouvelles.resumer',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 60_000,
})
