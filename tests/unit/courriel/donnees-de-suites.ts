import type { VersementDit } from '#domain/suite-accord/versement-dit'

/** An acompte of a grant whose bilan is still to come. */
export const VERSEMENT: VersementDit = {
  ...{ nature: 'ACOMPTE', montantCents: 315_000n, verseLe: '2025-10-02', reference: 'M-2025-118' },
  ...{ totalCents: 315_000n, rendu: false, accordeCents: 450_000n },
  suite: { resteCents: 135_000n, suitLaDepense: false, bilan: { etat: 'ATTENDU', duLe: '2026-05-13' } },
}
