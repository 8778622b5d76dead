import type { Reglages } from '#domain/campagne/reglages'
import type { AdresseSure } from '#domain/campagne/adresse-sure'

/** Where the demandes of a campagne are deposited, as a mail leads there. */
export type LieuDeDepot = { genre: 'PORTAIL' | 'EXTRANET'; ou: AdresseSure }

/**
 * The extranet where the campagne takes demandes on line, its portal otherwise. `extranet` is null where the application has no public address:
 * nobody is led to a page that they cannot reach.
 */
export const lieuDeDepot = (
  { demandesEnLigne, adressePortail }: Pick<Reglages, 'demandesEnLigne' | 'adressePortail'>,
  extranet: AdresseSure | null,
): LieuDeDepot =>
  demandesEnLigne && extranet !== null ? { genre: 'EXTRANET', ou: extranet } : { genre: 'PORTAIL', ou: adressePortail }
