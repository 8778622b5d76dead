import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Draws the letters of a séance that are not drawn from their present words. */
export const dessinDesLettres = defineJob({
  name: 'seance.dessiner',
  queue: 'actes',
  payload: z.object({ seanceId: z.uuid() }),
  attempts: 5,
  backoff: 5_000,
})
