import type { HorsSeance } from '#domain/dossier/vote-de-decision'

/** A vote held elsewhere, in force before any instant of these tests. */
export const VOTE: HorsSeance = {
  par: 'HORS_SEANCE',
  deliberation: { reference: '2025-104', le: '2025-04-28', executoireLe: '2025-05-05' },
}
