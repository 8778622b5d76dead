import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Asks for the bilans that are near their last day or late; finds its own work. */
export const suiviDesBilans = defineJob({
  name: 'bilan.suivre',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 10_000,
})

/** Says which requests for compléments are past their limit, and reminds of those that are near or past it; finds its own work. */
export const suiviDesComplements = defineJob({
  name: 'complement.suivre',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 10_000,
})

/** Asks again for the avis of experts whose last day comes near; finds its own work. */
export const rappelDesAvis = defineJob({
  name: 'avis.rappeler',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 10_000,
})

/** Scans a file of a bilan given on the extranet before it may be opened. */
export const analyseDeFichierDeBilan = defineJob({
  name: 'fichier-de-bilan.analyser',
  queue: 'analyses',
  payload: z.object({ fichierId: z.uuid() }),
  attempts: 8,
  backoff: 15_000,
})
