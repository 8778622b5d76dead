import type { Modele } from '#domain/courriel/courriel'
import type { BilanDemandes } from '#domain/portail/bilan'

/** A mail that an import would make leave. */
export type CourrielDApercu = { numero: string; objet: string; destinataire: string; modele: Modele }

/** Why a preview cannot be answered as it was. BASE_CHANGEE: what it looked at is no longer so, and it is made again. */
export type RefusConfirmation = 'RIEN_A_CONFIRMER' | 'BASE_CHANGEE' | 'ABSENTS_A_CONFIRMER' | 'FICHIER_CHANGE'

/** What an import of a listing would do, or did: the document of docs/contrat.md, with the mails one by one. */
export type Apercu = Omit<BilanDemandes, 'courriels'> & {
  courriels: CourrielDApercu[]
  /** New dossiers that come in as history (#domain/portail/reprise). */
  reprises: number
  /** Deposits older than the days after which no mail leaves unless it is asked (#domain/portail/reprise). */
  anciennes: number
  /** Receipts that would leave, had their campagne a whole signatory (#domain/courriel/signature). */
  sansSignataire: number
  /** Dossiers held of the campagnes of the listing, and those of them it lacks: drafts have no number to be named by. */
  connus: number
  absents: number
}
