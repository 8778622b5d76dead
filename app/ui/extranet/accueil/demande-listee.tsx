import type { Dispositif } from '#domain/dispositif'
import type { Jour } from '#domain/temps/jour'

/** What every line of the list has. */
export type DemandeListee = {
  id: string
  dispositif: Dispositif
  numero: string | null
  objet: string
  statutPortail: string
}

/** One that is begun here and not deposited. */
export type Brouillon = DemandeListee & { avancement: string; campagne: string; montantDemandeCents: bigint | null }

/** One that is deposited, or that is a draft of the portal (#queries/extranet/demandes-faites). */
export type DemandeFaite = DemandeListee & {
  dit: string
  suite: string
  deposeLe: Jour | null
  montantDemandeCents: bigint
  aUnRecapitulatif: boolean
  portail: string | null
  modifier: string | null
  completer: string | null
}
