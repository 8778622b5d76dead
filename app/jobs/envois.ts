import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Tries one mail of those that wait while the sending is suspended, and lets the others go when it leaves. `essai` is the hour of the try, in ms. */
export const sondeDesEnvois = defineJob({
  name: 'envois.sonder',
  queue: 'courriels',
  payload: z.object({ essai: z.number().int() }),
  attempts: 8,
  backoff: 5_000,
})

/** Takes up the mails whose job was lost, whose end nobody told or whose turn has come; finds its own work. */
export const repriseDesEnvois = defineJob({
  name: 'envois.reprendre',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 1,
  backoff: 10_000,
})
