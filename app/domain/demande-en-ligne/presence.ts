import type { Etape } from '#domain/demande-en-ligne/etapes'

/** In ms: somebody of whom nothing was heard for so long is no longer there. */
export const PRESENCE_MS = 2 * 60_000

/** Somebody who may fill in a demande and has it before their eyes, and at which step. */
export type PresentSurDemande = { nom: string; etape: Etape }
