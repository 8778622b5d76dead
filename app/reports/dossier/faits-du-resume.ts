import type { Chiffres } from '#domain/budget/chiffres'
import type { Montant } from '#domain/budget/montant'
import type { NatureDecision } from '#domain/dossier/decision'
import type { Etat } from '#domain/dossier/etat'
import type { Signalement } from '#domain/dossier/recevabilite'
import type { Chose } from '#domain/dossier/reste-a-faire'
import type { Genre } from '#domain/structure/genre'
import type { Jour } from '#domain/temps/jour'
import type { VoteADire } from '#libelles/dossier/vote'
import type { ConstatDit } from '#libelles/budget/constats-dits'

type BudgetDuResume =
  | { etat: 'LU'; fichier: string; chiffres: Chiffres; constats: readonly ConstatDit[] }
  | { etat: 'ILLISIBLE'; fichier: string; motif: string }
  | { etat: 'EN_ATTENTE'; fichier: string }

/** A pièce in words: where it stands, why and by whom, and what was noticed of its last file. */
export type PieceDuResume = { nom: string; etat: string; raison: string; fichier: string; signalements: string[] }

export type CourrielDuResume = { le: Date; sens: 'RECU' | 'ENVOYE'; qui: string; sujet: string; etat: string }

export type EntreeDuResume = { le: Date; acteur: string; acte: string; detail: unknown }

/** Everything a résumé says of a dossier. `journal` holds its newest entries, out of `journalTotal`. */
export type FaitsDuResume = {
  numero: string | null
  objet: string
  etat: Etat
  structure: { nom: string; genre: Genre | null }
  campagne: string
  deposeLe: Jour | null
  rejetLe: Jour | null
  suiviPar: string | null
  montantDemandeCents: Montant
  coutTotalCents: Montant | null
  montantAccordeCents: Montant | null
  champs: Record<string, string>
  anomalies: readonly { colonne: string; motif: string }[]
  reste: readonly Chose[]
  bloquants: readonly string[]
  recevabilite: readonly Signalement[]
  budget: BudgetDuResume | null
  pieces: readonly PieceDuResume[]
  /** What an officer proposes to grant, in words; null where nothing is. */
  proposition: { dite: string; motif: string; par: string; le: Date } | null
  /** The fields of the service in which it holds something, each in words. */
  service: readonly (readonly [libelle: string, dit: string])[]
  decision: {
    nature: NatureDecision
    montantCents: Montant | null
    motif: string | null
    precision: string
    /** Null for what is decided without a vote. */
    vote: VoteADire | null
    priseLe: Date
    prisePar: string
  } | null
  courriels: readonly CourrielDuResume[]
  journal: readonly EntreeDuResume[]
  journalTotal: number
}
