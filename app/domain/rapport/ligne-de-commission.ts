import type { Montant } from '#domain/budget/montant'
import type { AvisProposition } from '#domain/proposition/proposition'
import type { Vote } from '#domain/seance/vote'
import type { Jour } from '#domain/temps/jour'

/** A dossier as it is printed for those who vote. Amounts in cents. */
export type LigneDeCommission = {
  /** In the agenda of its séance; null where it is on no list. */
  rang: number | null
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

/** Lines that are added up together. `titre` and `campagne`: what they are and of which campagne, all of them; null where nothing more is to be said. */
export type GroupeDeCommission = { titre: string | null; campagne: string | null; lignes: readonly LigneDeCommission[] }

/** A dossier that waits for a vote, and the séance on whose list it is. */
export type LigneEnAttente = LigneDeCommission & { seance: { id: string; jour: Jour; intitule: string } | null }

/** Dossiers that the budget report lists as waiting for a vote: more are no list to be read aloud, and would not be held in memory. */
export const EN_ATTENTE_DE_VOTE_MAX = 2_000

/** What the enveloppe of a campagne holds before these votes: less what is voted elsewhere; null where it has none. */
export type Disponible = { campagne: string; disponibleCents: Montant | null }
