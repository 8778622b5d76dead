import type { Montant } from '#domain/budget/montant'
import type { Jour } from '#domain/temps/jour'

/** A grant that was decided, as what follows it looks at it (docs/domaine.md § 7.6). */
export type Accord = {
  /** What was voted, in cents. */
  montantCents: Montant
  /** From this day on it may be paid: its délibération is in force; where that was never asked for, the day it was decided. */
  payableDes: Jour
  /** It can still be taken back as if it had never been. */
  reprenable: boolean
  convention: Convention
}

/** The convention of a grant to a private body above the threshold; `signeeLe` is null while it is not signed. */
export type Convention = { requise: boolean; signeeLe: Jour | null }

export const ETATS_CONVENTION = ['SANS_OBJET', 'A_SIGNER', 'SIGNEE'] as const
export type EtatConvention = (typeof ETATS_CONVENTION)[number]

export function etatDeConvention({ requise, signeeLe }: Convention): EtatConvention {
  if (!requise) return 'SANS_OBJET'
  return signeeLe === null ? 'A_SIGNER' : 'SIGNEE'
}
