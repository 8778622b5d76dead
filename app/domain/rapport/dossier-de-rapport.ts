import type { Montant } from '#domain/budget/montant'
import type { ChampRempli } from '#domain/champ-du-service/valeur'
import type { Dispositif } from '#domain/dispositif'
import type { Etat } from '#domain/dossier/etat'
import type { EtatCompletude } from '#domain/piece/completude'
import type { Genre } from '#domain/structure/genre'

/** One deposited dossier, as a rapport lists it. Days are `date` columns (midnight UTC), `decideLe` the day of the decision. */
export type DossierDeRapport = {
  numero: string | null
  campagne: string
  dispositif: Dispositif
  objet: string
  structure: string
  genre: Genre | null
  siret: string | null
  commune: string
  pays: string
  ville: string
  etat: Etat
  completude: EtatCompletude
  deposeLe: Date | null
  rejetImpliciteLe: Date | null
  coutTotalCents: Montant | null
  montantDemandeCents: Montant
  /** 0 where an unfavourable opinion proposes no aid; null where nothing is proposed. */
  montantProposeCents: Montant | null
  /** What was voted, told or not; what of it is engaged (#domain/rapport/sommes). */
  montantVoteCents: Montant | null
  montantEngageCents: Montant | null
  /** Recorded as paid, less what was given back; null of a dossier that is not granted. */
  montantPayeCents: Montant | null
  /** Young people announced; null where the form does not say. */
  jeunes: number | null
  /** The last séance whose list it is on. */
  seanceLe: Date | null
  decideLe: Date | null
  motif: string | null
  suiviPar: string | null
  /** What was passed over and why, one a line; null where nothing was. */
  passesOutre: string | null
  /** The fields of the service in which it holds something. */
  service: readonly ChampRempli[]
}
