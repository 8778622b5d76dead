import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Writes to the demandeur who asks for a password: `demandeurId` is nobody's where the address was nobody's. */
export const lienDeDemandeur = defineJob({
  name: 'demandeur.lien',
  queue: 'courriels',
  payload: z.object({ demandeId: z.uuid(), demandeurId: z.uuid(), demandeLe: z.number().int() }),
  attempts: 5,
  backoff: 5_000,
})
