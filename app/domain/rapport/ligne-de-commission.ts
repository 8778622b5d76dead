import type { Montant } from '#domain/budget/montant'
import type { AvisProposition } from '#domain/proposition/proposition'
import type { Vote } from '#domain/seance/vote'

/** A line of the list of a séance, as it is printed for those who vote. Amounts in cents. */
export type LigneDeCommission = {
  rang: number
  numero: string
  structure: string
  commune: string
  objet: string
  campagne: string
  jeunes: number | null
  demandeCents: Montant
  /** What is put to the vote: frozen with the list, as it is today before that. */
  avis: AvisProposition | null
  proposeCents: Montant | null
  vote: Vote | null
  voteCents: Montant | null
}

/** What the enveloppe of a campagne holds for this séance: less what is voted elsewhere, its own votes not taken off; null where it has none. */
export type Disponible = { campagne: string; disponibleCents: Montant | null }
