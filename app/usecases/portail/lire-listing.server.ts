import type { DemandeLue, LigneEcartee, Rejet } from '#domain/portail/demande-lue'
import { estAncien } from '#domain/portail/reprise'
import { ok, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'
import { ouvrirListing } from '#fichiers/livraison/listing'
import type { MotifFichier } from '#fichiers/type/refus'

/** The lines of a listing, by what they are. */
export type ListingLu = { demandes: DemandeLue[]; rejets: Rejet[]; ecartees: LigneEcartee[] }

/** Reads a whole listing, or says in a sentence why it cannot be. */
export async function lireListing(fichier: { nom: string; contenu: Buffer }): Promise<Result<ListingLu, MotifFichier>> {
  const listing = await ouvrirListing(fichier)
  if (!listing.ok) return listing
  const lu: ListingLu = { demandes: [], rejets: [], ecartees: [] }
  for await (const ligne of listing.value.lignes()) {
    if (ligne.nature === 'DEMANDE') lu.demandes.push(ligne.demandeLue)
    else if (ligne.nature === 'REJET') lu.rejets.push(ligne.rejet)
    else lu.ecartees.push(ligne.ecartee)
  }
  return ok(lu)
}

/** Deposits of this listing for which the portal has already answered: no mail leaves with them unless it is asked. */
export const anciennesDe = ({ demandes }: ListingLu, today: Jour): number =>
  demandes.filter(({ deposeLe }) => estAncien(deposeLe, today)).length
