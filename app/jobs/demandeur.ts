import { z } from 'zod'
import { defineJob } from '#jobs/contract'

/** Reminds who began a demande on line that it is not deposited; finds its own work. */
export const rappelDesDemandes = defineJob({
  name: 'demande.rappeler',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 10_000,
})

/** Writes to the demandeur who asks for a password: `demandeurId` is nobody's where the address was nobody's. */
export const lienDeDemandeur = defineJob({
  name: 'demandeur.lien',
  queue: 'courriels',
  payload: z.object({ demandeId: z.uuid(), demandeurId: z.uuid(), demandeLe: z.number().int() }),
  attempts: 5,
  backoff: 5_000,
})

/** Reads the text of a file of a demande that is being filled in, and its workbook where it is the budget, and keeps what they say. */
export const lectureDeBudgetEnLigne = defineJob({
  name: 'budget-en-ligne.lire',
  queue: 'analyses',
  payload: z.object({ pieceId: z.uuid() }),
  attempts: 5,
  backoff: 5_000,
})

/** Scans a file given for a demande that is being filled in, before it may be opened. */
export const analyseDePieceEnLigne = defineJob({
  name: 'piece-en-ligne.analyser',
  queue: 'analyses',
  payload: z.object({ pieceId: z.uuid() }),
  attempts: 8,
  backoff: 15_000,
})
