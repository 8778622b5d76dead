import { estAncien } from '#domain/portail/reprise'
import { no, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'
import type { ListingLu } from '#fichiers/livraison/listing'
import type { MotifFichier } from '#fichiers/type/refus'
import { lire } from '#lecteurs/lecteurs'

export type { ListingLu }

/** Milliseconds of processor: twenty thousand demandes take some seconds to read, and an officer gave them. */
const DELAI_MS = 120_000

/** Reads a whole listing in another process, or says in a sentence why it cannot be. */
export async function lireListing(fichier: { nom: string; contenu: Buffer }): Promise<Result<ListingLu, MotifFichier>> {
  const lue = await lire('listing', fichier, { delaiMs: DELAI_MS })
  return lue.ok ? lue.value : no('ABIME', lue.detail)
}

/** Deposits of this listing for which the portal has already answered: no mail leaves with them unless it is asked. */
export const anciennesDe = ({ demandes }: ListingLu, today: Jour): number =>
  demandes.filter(({ deposeLe }) => estAncien(deposeLe, today)).length
